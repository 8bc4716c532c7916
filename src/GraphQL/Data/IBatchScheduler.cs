namespace GraphQL.Data;

/// <summary>What the executor does for data loaders.</summary>
internal interface IBatchScheduler
{
    /// <summary>Says that a batch waits. The executor dispatches it when it has nothing else to run.</summary>
    void Signal();

    /// <summary>Runs an action among the executor's own work.</summary>
    void Post(Action action);
}

/// <summary>Keys that wait to be loaded.</summary>
internal interface IBatch
{
    /// <summary>Starts loading them.</summary>
    void Start();
}
