namespace GraphQL.Execution.Incremental;

/// <summary>
/// The items of a streamed list that come after the first result. They are delivered in order, each when it and all before it are complete.
/// The source is read ahead of the client by a bounded number of items.
/// </summary>
internal sealed class ItemStream(
    IncrementalDelivery delivery, ValueCompleter values, FieldPlan field, ListResult list, IAsyncEnumerator<object?> source, int maxAhead) : IPending
{
    private readonly Queue<StreamedItem> _items = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count = list.Count;
    private int _undelivered;
    private bool _isReading;
    private bool _hasEnded;
    private bool _isClosed;
    private StreamedItem? _failure;

    public ListResult List { get; } = list;

    public int? Id { get; set; }

    public string? Label { get; } = field.Stream!.Label;

    public IReadOnlyList<object> Path => List.Path;

    /// <summary>Done when the source has been let go of.</summary>
    public Task Released => _released.Task;

    /// <summary>Reads as far ahead as may be.</summary>
    public void Read()
    {
        while (!_isReading && !_hasEnded && !_isClosed && _undelivered < maxAhead)
        {
            _isReading = true;
            if (!TakeOrWait(MoveNextAsync()))
                return;
        }
    }

    /// <summary>Says that items have been handed to the client.</summary>
    public void Delivered(int count) => _undelivered -= count;

    /// <summary>Delivers the items that are complete, as far as no earlier one is missing.</summary>
    public void Deliver()
    {
        if (_isClosed)
            return;
        while (_items.TryPeek(out var item) && item.IsDone)
        {
            _items.Dequeue();
            if (item.IsDead)
            {
                Close();
                delivery.Complete(this, item.Errors);
                return;
            }
            delivery.Deliver(this, item);
        }
        if (_hasEnded && _items.Count == 0)
        {
            Close();
            delivery.Complete(this, _failure?.Errors);
        }
    }

    /// <summary>Reads no more, and lets go of the source as soon as it does not run.</summary>
    public void Close()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        if (!_isReading)
            _ = ReleaseAsync();
    }

    private ValueTask<bool> MoveNextAsync()
    {
        try
        {
            return source.MoveNextAsync();
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<bool>(exception);
        }
    }

    private bool TakeOrWait(ValueTask<bool> next)
    {
        var awaiter = next.ConfigureAwait(false).GetAwaiter();
        if (awaiter.IsCompleted)
        {
            Take(awaiter.GetResult);
            return true;
        }
        awaiter.UnsafeOnCompleted(() => delivery.Post(() =>
        {
            Take(awaiter.GetResult);
            Read();
        }));
        return false;
    }

    private void Take(Func<bool> moveNext)
    {
        _isReading = false;
        if (_isClosed)
        {
            _ = ReleaseAsync();
            return;
        }
        try
        {
            if (moveNext())
                Add(source.Current);
            else
                _hasEnded = true;
        }
        catch (Exception exception)
        {
            _hasEnded = true;
            _failure = new StreamedItem(this, null);
            delivery.Errors.Add(exception, field, _failure, 0);
        }
        if (_hasEnded)
            Deliver();
    }

    private void Add(object? value)
    {
        var item = new StreamedItem(this, _count++);
        _items.Enqueue(item);
        _undelivered++;
        item.Begin();
        try
        {
            values.Complete(field.Streamed, List.ItemPlan, item, 0, value);
        }
        catch (Exception exception)
        {
            delivery.Errors.Add(exception, field, item, 0);
        }
        item.End();
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            delivery.Errors.Log(exception, field);
        }
        _released.TrySetResult();
        delivery.Post(() => delivery.Forget(this));
    }
}
