using System.Collections.Immutable;

namespace GraphQL.Execution.Incremental;

/// <summary>
/// What of a response comes later, and when: by the draft's algorithm a part is announced when what it adds to is delivered, executed once that
/// has been taken, and delivered with the first fragment that is complete. All of it happens among the work of the execution, one thing at a
/// time; results are made when nothing else is left to run, so that what is complete together is delivered together.
/// </summary>
internal sealed class IncrementalDelivery(OperationExecution execution, WorkQueue work, FieldErrors errors)
{
    // How many items a stream's source may be ahead of the client.
    private const int MaxItemsAhead = 64;

    private readonly Dictionary<(ResultContainer Target, DeferUsage Usage), DeferredFragment> _fragments = [];
    private readonly HashSet<ItemStream> _streams = [];
    private readonly HashSet<int> _open = [];
    private readonly Findings _findings = new();
    private List<IPending> _toStart = [];
    private IncrementalPayload _next = new();
    private TaskCompletionSource<IncrementalPayload>? _demand;
    private int _lastId = -1;
    private bool _isClosed;

    public FieldErrors Errors { get; } = errors;

    /// <summary>Has something done among the execution's work.</summary>
    public void Post(Action action) => work.Post(action);

    /// <summary>Remembers what a selection defers.</summary>
    public void Defer(DeferredSelections deferred, ObjectResult target, object? source)
    {
        var findings = target.Part?.Findings ?? _findings;
        foreach (var usage in deferred.Usages)
        {
            var parent = usage.Parent is null ? null : Find(usage.Parent, target);

            // A fragment inside one that has failed already is never delivered.
            if (usage.Parent is not null && parent is null)
                continue;
            var fragment = new DeferredFragment(usage, target, parent);
            _fragments[(target, usage)] = fragment;
            findings.Fragments.Add(fragment);
        }
        foreach (var selection in deferred.Selections)
        {
            var fragments = selection.Usages.Select(usage => Find(usage, target)).OfType<DeferredFragment>().ToImmutableArray();
            if (!fragments.IsEmpty)
                findings.Parts.Add(new DeferredPart(this, target, source, selection.Plan, fragments));
        }
    }

    /// <summary>Remembers the items of a list that come later.</summary>
    public void Stream(ValueCompleter values, FieldPlan field, ListResult list, IAsyncEnumerator<object?> source, bool isAtHand)
    {
        var stream = new ItemStream(this, values, field, list, source, isAtHand ? int.MaxValue : MaxItemsAhead);
        _streams.Add(stream);
        (list.Part?.Findings ?? _findings).Streams.Add(stream);
        if (_isClosed)
            stream.Close();
    }

    /// <summary>What the first result announces; null when nothing comes later. Called when the first result has been executed.</summary>
    public IncrementalPayload? Begin()
    {
        Attach(_findings);
        Publish(_findings);
        if (_next.IsEmpty)
            return null;
        work.Idle = Hand;
        return Take();
    }

    /// <summary>The next result. Executes what has been announced so far.</summary>
    public async Task<IncrementalPayload> NextAsync(CancellationToken cancellation)
    {
        var demand = new TaskCompletionSource<IncrementalPayload>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Post(() =>
        {
            _demand = demand;
            Start();
        });
        return await demand.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The last result, when there is no time for what is still open.</summary>
    public async Task<IncrementalPayload> GiveUpAsync(GraphQLError error)
    {
        var last = new TaskCompletionSource<IncrementalPayload>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Post(() =>
        {
            _demand = null;
            foreach (var id in _open.Order())
                _next.Completed.Add(new CompletedPart(id, [error]));
            _open.Clear();
            last.SetResult(Take());
        });
        return await last.Task.ConfigureAwait(false);
    }

    /// <summary>Lets go of all sources. Those that run are waited for; they have been cancelled.</summary>
    public async Task CloseAsync()
    {
        var closed = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Post(() =>
        {
            _isClosed = true;
            foreach (var stream in _streams)
                stream.Close();
            closed.SetResult(Task.WhenAll(_streams.Select(stream => stream.Released)));
        });
        await (await closed.Task.ConfigureAwait(false)).ConfigureAwait(false);
    }

    public void Forget(ItemStream stream) => _streams.Remove(stream);

    /// <summary>A part has been executed.</summary>
    public void Finish(DeferredPart part)
    {
        if (part.Value is not null)
            Attach(part.Findings);
        foreach (var fragment in part.Fragments)
        {
            fragment.Waiting--;
            if (part.Value is null)
                Fail(fragment, part.Errors);
            else if (fragment is { Waiting: 0, IsPending: true })
                Complete(fragment);
        }
    }

    /// <summary>An item is complete, and all before it.</summary>
    public void Deliver(ItemStream stream, StreamedItem item)
    {
        _next.Add(stream, item);
        Attach(item.Findings);
        Publish(item.Findings);
    }

    /// <summary>A stream has no more items, or can give no more.</summary>
    public void Complete(ItemStream stream, IReadOnlyList<GraphQLError>? failure) => Complete(stream.Id!.Value, failure);

    private DeferredFragment? Find(DeferUsage usage, ObjectResult target)
    {
        for (ResultContainer? container = target; container is not null; container = container.Parent)
        {
            if (_fragments.TryGetValue((container, usage), out var fragment))
                return fragment;
        }
        return null;
    }

    // Each fragment waits for its parts from the moment they are known to be reachable.
    private void Attach(Findings findings)
    {
        foreach (var part in findings.Parts)
        {
            if (part.Target.IsDetached)
                continue;
            foreach (var fragment in part.Fragments)
            {
                fragment.Parts.Add(part);
                fragment.Waiting++;
            }
            if (part.Fragments.Any(fragment => fragment.IsPending))
                Start(part);
        }
    }

    // What was found is announced with what it was found in.
    private void Publish(Findings findings)
    {
        foreach (var fragment in findings.Fragments)
        {
            if (fragment.Parent is null or { IsOver: true, Failure: null })
                Announce(fragment);
            else
                fragment.Parent.Children.Add(fragment);
        }
        foreach (var stream in findings.Streams)
        {
            if (stream.List.IsDetached)
            {
                stream.Close();
                continue;
            }
            stream.Id = Announce(stream);
            _toStart.Add(stream);
        }
    }

    private void Announce(DeferredFragment fragment)
    {
        if (fragment.Target.IsDetached)
        {
            _fragments.Remove((fragment.Target, fragment.Usage));
            return;
        }

        // All its fields have been delivered with something else: the client need not know of it, only of what is inside.
        if (fragment.Parts.Count == 0)
        {
            End(fragment);
            return;
        }
        fragment.Id = Announce((IPending)fragment);
        if (fragment.Failure is { } failure)
        {
            fragment.IsOver = true;
            Complete(fragment.Id.Value, failure);
        }
        else if (fragment.Waiting == 0)
        {
            Complete(fragment);
        }
        else
        {
            _toStart.Add(fragment);
        }
    }

    private int Announce(IPending pending)
    {
        _next.Pending.Add(pending);
        _open.Add(++_lastId);
        return _lastId;
    }

    private void Complete(DeferredFragment fragment)
    {
        var delivered = fragment.Parts.Where(part => !part.IsDelivered).ToList();
        foreach (var part in delivered)
        {
            part.IsDelivered = true;

            // The nearest of the fragments that wait for the part makes for the shortest path.
            var nearest = part.Fragments.Where(candidate => candidate.IsPending).MaxBy(candidate => candidate.Path.Count)!;
            _next.Incremental.Add(new DeferredData(nearest.Id!.Value, [.. part.Target.Path.Skip(nearest.Path.Count)], part));
        }
        Complete(fragment.Id!.Value, null);
        fragment.IsOver = true;
        foreach (var part in delivered)
            Publish(part.Findings);
        End(fragment);
    }

    private void End(DeferredFragment fragment)
    {
        fragment.IsOver = true;
        _fragments.Remove((fragment.Target, fragment.Usage));
        foreach (var child in fragment.Children)
            Announce(child);
    }

    private void Fail(DeferredFragment fragment, IReadOnlyList<GraphQLError> failure)
    {
        if (fragment.Failure is not null)
            return;
        fragment.Failure = failure;
        _fragments.Remove((fragment.Target, fragment.Usage));
        if (!fragment.IsPending)
            return;
        fragment.IsOver = true;
        Complete(fragment.Id!.Value, failure);
    }

    private void Complete(int id, IReadOnlyList<GraphQLError>? failure)
    {
        _next.Completed.Add(new CompletedPart(id, failure));
        _open.Remove(id);
    }

    private void Start()
    {
        var starting = _toStart;
        _toStart = [];
        foreach (var pending in starting)
        {
            if (pending is ItemStream stream)
                stream.Read();
            else if (pending is DeferredFragment fragment)
                fragment.Parts.ForEach(Start);
        }
    }

    // A piece of work of its own: what follows from it, such as further parts, happens when what is under way here is done.
    private void Start(DeferredPart part) => work.Post(() => part.Start(execution));

    private void Hand()
    {
        if (_demand is null || _next.IsEmpty)
            return;
        _demand.TrySetResult(Take());
        _demand = null;
    }

    private IncrementalPayload Take()
    {
        var payload = _next;
        _next = new IncrementalPayload();
        payload.HasNext = _open.Count > 0;
        foreach (var delivered in payload.Incremental.OfType<StreamedItems>())
        {
            // There is room to read ahead again.
            delivered.Stream.Delivered(delivered.Items.Count);
            _toStart.Add(delivered.Stream);
        }
        return payload;
    }
}
