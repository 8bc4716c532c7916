using GraphQL.Data;
using GraphQL.Execution.Incremental;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Executes one operation: resolves fields, completes their values and lets nulls go up where they must.</summary>
internal sealed class OperationExecution
{
    private readonly WorkQueue _work = new();
    private readonly ValueCompleter _values;
    private readonly ResolverContext _shared;
    private readonly FieldErrors _errors;
    private readonly IncrementalDelivery? _delivery;
    private Dictionary<FieldPlan, IReadOnlyDictionary<string, object?>>? _arguments;

    public OperationExecution(
        ExecutionRequest request,
        FieldErrors errors,
        TypeResolver types,
        IReadOnlyDictionary<Type, Func<DataLoaderScope, object>> loaders,
        bool isIncremental = false)
    {
        Request = request;
        Loaders = new DataLoaderScope(loaders, request.Services, _work, request.Cancellation);
        _work.Loaders = Loaders;
        _errors = errors;
        _values = new ValueCompleter(this, errors, types);
        _shared = new ResolverContext(this);
        if (isIncremental && request.Operation.IsIncremental)
            _delivery = new IncrementalDelivery(this, _work, errors);
    }

    public ExecutionRequest Request { get; }

    public DataLoaderScope Loaders { get; }

    /// <summary>What comes after the first result, or null when the client takes one result only.</summary>
    public IncrementalDelivery? Delivery => _delivery;

    /// <summary>Whether resolvers that wait have spans of their own.</summary>
    public bool TracesResolvers { get; init; }

    public async Task<ExecutionResult> RunAsync()
    {
        var plan = _delivery is null ? Request.Operation.Plan(Request.Variables) : Request.Operation.IncrementalPlan(Request.Variables);
        var root = new ObjectResult(plan, null, 0);
        if (Request.Operation.Definition.Operation == OperationType.Mutation)
        {
            for (var i = 0; i < root.Plan.Fields.Length && !root.IsDead; i++)
            {
                var index = i;
                await _work.RunAsync(() => ExecuteField(root, index, Request.RootValue)).WaitAsync(Request.Cancellation).ConfigureAwait(false);
            }
        }
        else
        {
            Request.Cancellation.ThrowIfCancellationRequested();
            await _work.RunAsync(() => ExecuteSelection(root, Request.RootValue)).WaitAsync(Request.Cancellation).ConfigureAwait(false);
        }
        return _delivery?.Begin() is { } later
            ? new IncrementalResult(root, _errors.ToList(), later) { OperationType = Request.Operation.Definition.Operation }
            : new ExecutionResult(root, _errors.ToList()) { OperationType = Request.Operation.Definition.Operation };
    }

    /// <summary>Executes all fields of an object.</summary>
    public void ExecuteSelection(ObjectResult target, object? source)
    {
        Request.Cancellation.ThrowIfCancellationRequested();

        // Before the fields, for what they select may be delivered with a fragment that is met here.
        if (target.Plan.Deferred is { } deferred)
            _delivery!.Defer(deferred, target, source);
        for (var i = 0; i < target.Plan.Fields.Length && !target.IsDead; i++)
            ExecuteField(target, i, source);
    }

    /// <summary>The field's arguments; the same for all items of a list, so read once.</summary>
    public IReadOnlyDictionary<string, object?> ArgumentsOf(FieldPlan field)
    {
        if (field.ConstantArguments is { } constants)
            return constants;

        // Asynchronous resolvers may read their arguments on any thread.
        lock (_work)
        {
            _arguments ??= [];
            if (!_arguments.TryGetValue(field, out var arguments))
                _arguments[field] = arguments = ArgumentReader.Read(field.Definition, field.Nodes[0], Request.Variables);
            return arguments;
        }
    }

    /// <summary>Completes a list whose items come asynchronously; when it is streamed, those after the first are left to its stream.</summary>
    public void ReadItems(FieldPlan field, ValuePlan plan, ResultContainer container, int index, IAsyncEnumerable<object?> source)
    {
        var count = StreamedAfter(field, plan);
        _work.BeginWait();
        container.Part?.Begin();
        var awaiter = AsyncItems.ReadAsync(source, count ?? int.MaxValue, Request.Cancellation).ConfigureAwait(false).GetAwaiter();
        awaiter.UnsafeOnCompleted(() => _work.Post(Finish));

        void Finish()
        {
            _work.EndWait();
            try
            {
                var (items, rest) = awaiter.GetResult();
                var list = _values.CompleteItems(field, plan, container, index, items);
                if (rest is not null)
                    _delivery!.Stream(_values, field, list, rest, isAtHand: false);
            }
            catch (Exception exception)
            {
                _errors.Add(exception, field, container, index);
            }
            container.Part?.End();
        }
    }

    /// <summary>How many items of a list come with it; null when all do.</summary>
    public int? StreamedAfter(FieldPlan field, ValuePlan plan) =>
        field.Stream is { } stream && ReferenceEquals(plan, field.Value) ? stream.InitialCount(Request.Variables) : null;

    /// <summary>Has work done among the execution's own.</summary>
    public void Post(IWork work) => _work.Post(work);

    /// <summary>Completes a field whose resolver was waited for.</summary>
    public void Finish(WaitingContext context)
    {
        var (field, target, index) = (context.Plan, context.Target, context.Index);
        _work.EndWait();
        try
        {
            var value = context.TakeResult();
            if (!target.IsDetached)
                _values.Complete(field, field.Value, target, index, value);
        }
        catch (Exception exception)
        {
            _errors.Add(exception, field, target, index);
        }
        if (_delivery is not null)
            target.Part?.End();
    }

    private void ExecuteField(ObjectResult target, int index, object? source)
    {
        var field = target.Plan.Fields[index];
        if (field.IsTypeName)
        {
            target[index] = target.Plan.Type.Name;
            return;
        }
        try
        {
            if (field.ConstantArguments is null)
                ArgumentsOf(field);
            if (field is { Requirement: null, SyncResolver: { } resolve })
            {
                _shared.Bind(field, target, index, source);
                _values.Complete(field, field.Value, target, index, resolve(_shared));
                return;
            }
            var context = new WaitingContext(this);
            context.Bind(field, target, index, source);
            var result = field.Requirement is { } requirement ? AuthorizeAndResolveAsync(field, requirement, context) : Resolve(field, context);
            if (result.IsCompletedSuccessfully)
                _values.Complete(field, field.Value, target, index, result.Result);
            else
                Await(result, context);
        }
        catch (Exception exception)
        {
            _errors.Add(exception, field, target, index);
        }
    }

    private void Await(ValueTask<object?> result, WaitingContext context)
    {
        _work.BeginWait();
        if (_delivery is not null)
            context.Target.Part?.Begin();
        context.Await(result);
    }

    private ValueTask<object?> AuthorizeAndResolveAsync(FieldPlan field, AuthorizationRequirement requirement, ResolverContext context)
    {
        var decision = Request.Authorization.AuthorizeAsync(requirement, context);
        if (!decision.IsCompletedSuccessfully)
            return Wait(decision);
        Denial.ThrowIfDenied(decision.Result);
        return Resolve(field, context);

        async ValueTask<object?> Wait(ValueTask<AuthorizationResult> decision)
        {
            Denial.ThrowIfDenied(await decision.ConfigureAwait(false));
            return await Resolve(field, context).ConfigureAwait(false);
        }
    }

    private ValueTask<object?> Resolve(FieldPlan field, ResolverContext context)
    {
        if (field.SyncResolver is { } resolve)
            return new(resolve(context));
        return TracesResolvers ? GraphQLInstrumentation.ResolveAsync(field, context) : field.Definition.Resolver!(context);
    }
}
