using GraphQL.Data;

namespace GraphQL.Execution;

/// <summary>
/// Runs an execution's work one piece at a time, on whatever thread brings it. When nothing is left to run, the data loaders that wait are
/// dispatched, all at once; when also nothing is awaited any more, the work is done. There are no timers and nobody spins.
/// </summary>
internal sealed class WorkQueue : IBatchScheduler
{
    private readonly Lock _gate = new();

    // What other threads have brought, and what running work has brought itself.
    private readonly Queue<IWork> _ready = new();
    private readonly Queue<IWork> _following = new();
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private TaskCompletionSource? _done;
    private bool _isRunning;
    private int _runner;
    private bool _wakes;
    private int _awaited;

    public DataLoaderScope Loaders { get; set; } = null!;

    /// <summary>Done among the work whenever nothing else is left to run, or null when there is nothing to do then.</summary>
    public Action? Idle { get; set; }

    /// <summary>Runs a first piece of work and everything that follows from it.</summary>
    public Task RunAsync(Action first)
    {
        var startsHere = false;
        lock (_gate)
        {
            _done = null;
            _ready.Enqueue(new ActionWork(first));
            if (!_isRunning)
            {
                _isRunning = true;
                startsHere = true;
            }
        }
        if (startsHere)
            DrainHere();
        lock (_gate)
        {
            if (!_isRunning && _awaited == 0)
                return Task.CompletedTask;
            _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _done.Task;
        }
    }

    /// <summary>Says that a resolver is awaited, until <see cref="EndWait"/>. Called by running work only.</summary>
    public void BeginWait() => _awaited++;

    /// <summary>Says that a resolver is awaited no more. Called by running work only.</summary>
    public void EndWait() => _awaited--;

    /// <summary>Has work done, here and now if nothing runs.</summary>
    public void Post(Action action) => Post(new ActionWork(action));

    /// <summary>Has work done, here and now if nothing runs.</summary>
    public void Post(IWork work)
    {
        // Running work brings most of it itself: a batch of a data loader, all that waited for it. That needs no lock, for no other thread can
        // find its own number here.
        if (_runner == Environment.CurrentManagedThreadId)
        {
            _following.Enqueue(work);
            return;
        }
        lock (_gate)
        {
            _ready.Enqueue(work);
            if (_isRunning)
                return;
            _isRunning = true;
        }
        Continue();
    }

    public void Signal()
    {
        lock (_gate)
        {
            // Running work looks at the loaders before it ends. A resolver that goes on elsewhere may ask for several keys in a row, so it is
            // not interrupted: the dispatch comes from another thread, once.
            if (_isRunning || _wakes)
                return;
            _wakes = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.Wake(), this, preferLocal: false);
    }

    private void Wake()
    {
        lock (_gate)
        {
            _wakes = false;
            if (_isRunning)
                return;
            _isRunning = true;
        }
        Continue();
    }

    // Batches are published by completing tasks on this thread; a synchronization context would carry their continuations elsewhere.
    private void DrainHere()
    {
        var synchronization = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            Drain();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(synchronization);
        }
    }

    // Work goes on with the ambient values of the request (such as its trace), not with those of the thread that happened to bring it.
    private void Continue()
    {
        if (_context is null)
            Drain();
        else
            ExecutionContext.Run(_context, static queue => ((WorkQueue)queue!).Drain(), this);
    }

    private void Drain()
    {
        TaskCompletionSource? done = null;
        var wasIdle = false;
        _runner = Environment.CurrentManagedThreadId;
        while (true)
        {
            if (_following.TryDequeue(out var work))
            {
                wasIdle = false;
                work.Run();
                continue;
            }
            Action? idle = null;
            lock (_gate)
            {
                if (_ready.TryDequeue(out work) || Loaders.HasWaiting)
                {
                    wasIdle = false;
                }
                else if (Idle is null || wasIdle)
                {
                    _runner = 0;
                    _isRunning = false;
                    if (_awaited == 0)
                        done = _done;
                    break;
                }
                else
                {
                    idle = Idle;
                    wasIdle = true;
                }
            }
            if (idle is not null)
                idle();
            else if (work is not null)
                work.Run();
            else
                Loaders.Dispatch();
        }
        done?.TrySetResult();
    }

    private sealed class ActionWork(Action action) : IWork
    {
        public void Run() => action();
    }
}
