using System.Text.Json.Nodes;

namespace GraphQL.Conformance;

/// <summary>Errors as the checker wants to see them.</summary>
internal static class ErrorJson
{
    public static JsonArray Of(IEnumerable<GraphQLError> errors) => [.. errors.Select(Of)];

    public static JsonObject Of(GraphQLError error)
    {
        var json = new JsonObject { ["message"] = error.Message };
        if (error.Code is { } code)
            json["rule"] = RuleName(code);
        if (error.Locations is { Count: > 0 } locations)
            json["locations"] = new JsonArray([.. locations.Select(location => new JsonObject { ["line"] = location.Line, ["column"] = location.Column })]);
        return json;
    }

    /// <summary>The reference implementation's name of a rule: <c>SCALAR_LEAFS</c> is its ScalarLeafsRule.</summary>
    public static string RuleName(string code) => string.Concat(code.Split('_').Select(word => word[..1] + word[1..].ToLowerInvariant())) + "Rule";
}
