using GraphQL.Execution;
using GraphQL.TypeSystem;

namespace GraphQL.Data;

/// <summary>Makes the input objects with the operators of each kind of value.</summary>
internal static class OperationInputs
{
    public static readonly IReadOnlyDictionary<string, FilterOperator> Operators =
        Enum.GetValues<FilterOperator>().ToDictionary(item => char.ToLowerInvariant(item.ToString()[0]) + item.ToString()[1..]);

    private static readonly FilterOperator[] Equality = [FilterOperator.Eq, FilterOperator.Neq];
    private static readonly FilterOperator[] Membership = [.. Equality, FilterOperator.In, FilterOperator.Nin];
    private static readonly FilterOperator[] Comparison =
    [
        .. Membership, FilterOperator.Gt, FilterOperator.Ngt, FilterOperator.Gte, FilterOperator.Ngte,
        FilterOperator.Lt, FilterOperator.Nlt, FilterOperator.Lte, FilterOperator.Nlte,
    ];

    private static readonly FilterOperator[] Text =
    [
        .. Membership, FilterOperator.Contains, FilterOperator.Ncontains, FilterOperator.StartsWith, FilterOperator.NstartsWith,
        FilterOperator.EndsWith, FilterOperator.NendsWith,
    ];

    /// <summary>The input object for values of a type, made when it is new.</summary>
    /// <param name="types">The schema's types.</param>
    /// <param name="typeName">The scalar's or enum's name.</param>
    /// <returns>Its name.</returns>
    public static string Add(TypeRegistry types, string typeName)
    {
        var name = Name(typeName) + "OperationFilterInput";
        var type = types.Input(name);
        if (type.Fields.Count > 0)
            return name;
        type.Description = $"Conditions on a value of type {typeName}. All that are given must hold.";
        if (typeName == "String")
            AddCombinations(type);
        foreach (var (operatorName, item) in Operators)
        {
            if (!Of(typeName).Contains(item))
                continue;
            var isList = item is FilterOperator.In or FilterOperator.Nin;
            type.Fields.Add(new(operatorName, isList ? $"[{typeName}]" : typeName) { Description = Describe(item) });
        }
        return name;
    }

    /// <summary>The input object for lists whose items are filtered by another, made when it is new.</summary>
    /// <param name="types">The schema's types.</param>
    /// <param name="name">The name of the input object for lists.</param>
    /// <param name="itemFilter">The name of the input object for items.</param>
    public static void AddList(TypeRegistry types, string name, string itemFilter)
    {
        var type = types.Input(name);
        if (type.Fields.Count > 0)
            return;
        type.Description = "Conditions on a list. All that are given must hold.";
        type.Fields.Add(new("all", itemFilter) { Description = "Every item meets this." });
        type.Fields.Add(new("none", itemFilter) { Description = "No item meets this." });
        type.Fields.Add(new("some", itemFilter) { Description = "At least one item meets this." });
        type.Fields.Add(new("any", "Boolean") { Description = "Whether there are any items." });
    }

    /// <summary>Adds that conditions of a type may be combined.</summary>
    /// <param name="type">The input object with the conditions.</param>
    public static void AddCombinations(InputObjectType type)
    {
        type.Fields.Add(new("and", $"[{type.Name}!]") { Description = "All of these must hold." });
        type.Fields.Add(new("or", $"[{type.Name}!]") { Description = "One of these must hold." });
    }

    public static string Name(string typeName) => typeName switch
    {
        "ID" => "Id",
        "UUID" => "Uuid",
        _ => typeName,
    };

    private static FilterOperator[] Of(string typeName) => typeName switch
    {
        "String" => Text,
        "Boolean" => Equality,
        "Int" or "Long" or "Float" or "Decimal" or "UUID" or "DateTime" or "Date" => Comparison,
        _ => Membership,
    };

    private static string Describe(FilterOperator item) => item switch
    {
        FilterOperator.Eq => "Equal to this; null means that there is no value.",
        FilterOperator.Neq => "Not equal to this; null means that there is a value.",
        FilterOperator.In => "One of these.",
        FilterOperator.Nin => "None of these.",
        FilterOperator.Gt => "Greater than this.",
        FilterOperator.Ngt => "Not greater than this.",
        FilterOperator.Gte => "Greater than this or equal to it.",
        FilterOperator.Ngte => "Neither greater than this nor equal to it.",
        FilterOperator.Lt => "Less than this.",
        FilterOperator.Nlt => "Not less than this.",
        FilterOperator.Lte => "Less than this or equal to it.",
        FilterOperator.Nlte => "Neither less than this nor equal to it.",
        FilterOperator.Contains => "Contains this.",
        FilterOperator.Ncontains => "Does not contain this.",
        FilterOperator.StartsWith => "Begins with this.",
        FilterOperator.NstartsWith => "Does not begin with this.",
        FilterOperator.EndsWith => "Ends with this.",
        _ => "Does not end with this.",
    };
}
