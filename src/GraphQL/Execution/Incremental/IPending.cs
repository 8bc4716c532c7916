namespace GraphQL.Execution.Incremental;

/// <summary>What is announced to the client and delivered later.</summary>
internal interface IPending
{
    /// <summary>By what number later results refer to it; null until it is announced.</summary>
    int? Id { get; }

    /// <summary>What the client calls it, or null.</summary>
    string? Label { get; }

    /// <summary>Where in the response it belongs.</summary>
    IReadOnlyList<object> Path { get; }
}
