using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using GraphQL.Validation;

namespace GraphQL.Execution;

/// <summary>The limits on a request that depend on its variables.</summary>
internal static class RequestLimits
{
    private const string ExtensionName = "operationCost";

    /// <summary>What is wrong with the size of the variables, or null.</summary>
    public static GraphQLError? CheckVariables(JsonElement variables, GraphQLOptions options)
    {
        if (variables.ValueKind != JsonValueKind.Object)
            return null;
        var json = JsonMarshal.GetRawUtf8Value(variables);
        if (json.Length > options.MaxVariablesBytes)
            return GraphQLError.WithCode($"The variables may have at most {options.MaxVariablesBytes} bytes.", ErrorCodes.VariablesSizeLimit);

        // Each level is at least two bytes, so the common request is not read a second time.
        return json.Length > 2 * options.MaxVariablesDepth && IsDeeper(json, options.MaxVariablesDepth)
            ? GraphQLError.WithCode($"The variables may nest at most {options.MaxVariablesDepth} levels.", ErrorCodes.VariablesDepthLimit)
            : null;
    }

    /// <summary>The answer instead of an execution: the operation costs too much, or only its cost was asked for. Null to go on.</summary>
    public static ExecutionResult? CheckCost(CompiledOperation operation, OperationRequest request, CostOptions options)
    {
        var isLimited = options.EnforceCostLimits && !request.IsTrusted;
        if (!isLimited && request.Cost == CostReport.None)
            return null;
        var (cost, error) = operation.Costs.CostFor(request.Variables);
        if (error is not null && (isLimited || request.Cost == CostReport.Validate))
            return ExecutionResult.Failed(error);
        if (request.Cost == CostReport.Validate)
            return new ExecutionResult(null, []) { Extensions = Report(cost) };
        if (!isLimited)
            return null;
        error = cost.Field > options.MaxFieldCost ? TooMuch("field", "maxFieldCost", cost.Field, options.MaxFieldCost, operation)
            : cost.Type > options.MaxTypeCost ? TooMuch("type", "maxTypeCost", cost.Type, options.MaxTypeCost, operation)
            : null;
        return error is null ? null : new ExecutionResult(null, [error]) { Extensions = request.Cost == CostReport.Report ? Report(cost) : null };
    }

    /// <summary>What a result says about the cost.</summary>
    public static IReadOnlyDictionary<string, object?> Report(OperationCost cost) => new Dictionary<string, object?>
    {
        [ExtensionName] = new Dictionary<string, double> { ["fieldCost"] = cost.Field, ["typeCost"] = cost.Type },
    };

    private static GraphQLError TooMuch(string kind, string limitName, double cost, double limit, CompiledOperation operation) => new(
        string.Create(CultureInfo.InvariantCulture, $"The operation's {kind} cost is {cost:0.##}, and {limit:0.##} is allowed. Ask for fewer fields, or for fewer items at once."),
        [operation.Source.GetLocation(operation.Definition.Span.Start)],
        null,
        new Dictionary<string, object?> { ["code"] = ErrorCodes.CostLimit, [kind + "Cost"] = cost, [limitName] = limit });

    private static bool IsDeeper(ReadOnlySpan<byte> json, int depth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            if (reader.CurrentDepth >= depth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                return true;
        }
        return false;
    }
}
