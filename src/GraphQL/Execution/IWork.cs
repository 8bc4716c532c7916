namespace GraphQL.Execution;

/// <summary>A piece of an execution's work.</summary>
internal interface IWork
{
    /// <summary>Does it.</summary>
    void Run();
}
