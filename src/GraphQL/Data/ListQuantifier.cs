namespace GraphQL.Data;

/// <summary>How many items of a list must meet a condition.</summary>
public enum ListQuantifier
{
    /// <summary>Each item; holds for an empty list.</summary>
    All,

    /// <summary>No item.</summary>
    None,

    /// <summary>At least one item.</summary>
    Some,
}
