namespace GraphQL.Data;

/// <summary>From which end a list is sorted.</summary>
public enum SortDirection
{
    /// <summary>The least first; null comes last.</summary>
    Asc,

    /// <summary>The greatest first; null comes first.</summary>
    Desc,
}
