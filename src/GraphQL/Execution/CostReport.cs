namespace GraphQL.Execution;

/// <summary>Whether a result says what its operation costs, in <c>extensions.operationCost</c>.</summary>
public enum CostReport
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The operation is executed, and the result says what it cost.</summary>
    Report,

    /// <summary>The operation is not executed; the result only says what it would cost, however much that is.</summary>
    Validate,
}
