using System.Globalization;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Reads what a field costs from its annotations.</summary>
internal static class CostAttributes
{
    /// <summary>The directives that say it, in GraphQL, or null.</summary>
    public static string? Read(ISymbol symbol)
    {
        var directives = new List<string>();
        if (Attributes.Find(symbol, "CostAttribute")?.ConstructorArguments.FirstOrDefault().Value is double weight)
            directives.Add($"@cost(weight: \"{weight.ToString(CultureInfo.InvariantCulture)}\")");
        if (Attributes.Find(symbol, "ListSizeAttribute") is { } size)
            directives.Add($"@listSize({string.Join(", ", Arguments(size))})");
        return directives.Count == 0 ? null : string.Join(" ", directives);
    }

    private static IEnumerable<string> Arguments(AttributeData size)
    {
        var assumed = Attributes.Argument(size, "AssumedSize", -1);
        if (assumed >= 0)
            yield return $"assumedSize: {assumed.ToString(CultureInfo.InvariantCulture)}";
        var slicing = Texts(size, "SlicingArguments");
        if (slicing.Count > 0)
            yield return $"slicingArguments: [{string.Join(", ", slicing)}]";
        var sized = Texts(size, "SizedFields");
        if (sized.Count > 0)
            yield return $"sizedFields: [{string.Join(", ", sized)}]";
        yield return $"requireOneSlicingArgument: {(Attributes.Argument(size, "RequireOneSlicingArgument", true) ? "true" : "false")}";
    }

    private static List<string> Texts(AttributeData attribute, string name)
    {
        var argument = attribute.NamedArguments.FirstOrDefault(candidate => candidate.Key == name).Value;
        return argument.Kind == TypedConstantKind.Array && !argument.IsNull
            ? [.. argument.Values.Select(value => $"\"{value.Value}\"")]
            : [];
    }
}
