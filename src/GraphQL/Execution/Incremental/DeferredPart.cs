namespace GraphQL.Execution.Incremental;

/// <summary>The fields of one object that are delivered together with the same deferred fragments.</summary>
internal sealed class DeferredPart(
    IncrementalDelivery delivery, ObjectResult target, object? source, SelectionPlan plan, IReadOnlyList<DeferredFragment> fragments) : Part(target)
{
    private bool _isStarted;

    /// <summary>The fragments it is delivered with, each of which waits for it.</summary>
    public IReadOnlyList<DeferredFragment> Fragments { get; } = fragments;

    /// <summary>Whether it has been delivered, with the first of its fragments that was complete.</summary>
    public bool IsDelivered { get; set; }

    public override bool IsNullable(int index) => true;

    public override object? Key(int index) => null;

    public void Start(OperationExecution execution)
    {
        if (_isStarted)
            return;
        _isStarted = true;
        Begin();
        var result = new ObjectResult(plan, this, 0);
        this[0] = result;
        try
        {
            execution.ExecuteSelection(result, source);
        }
        catch (OperationCanceledException)
        {
            Errors.Add(GraphQLError.WithCode("The fragment was given up because the request was cancelled.", ErrorCodes.Timeout));
            Nullify(0);
        }
        End();
    }

    protected override void Finish() => delivery.Finish(this);
}
