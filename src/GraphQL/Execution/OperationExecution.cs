using GraphQL.Data;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Executes one operation: resolves fields, completes their values and lets nulls go up where they must.</summary>
internal sealed class OperationExecution
{
    private readonly WorkQueue _work = new();
    private readonly SelectionPlan _plan;
    private readonly ValueCompleter _values;
    private readonly ResolverContext _shared;
    private readonly FieldErrors _errors;
    private Dictionary<FieldPlan, IReadOnlyDictionary<string, object?>>? _arguments;

    public OperationExecution(
        ExecutionRequest request,
        FieldErrors errors,
        TypeResolver types,
        IReadOnlyDictionary<Type, Func<DataLoaderScope, object>> loaders)
    {
        Request = request;
        Loaders = new DataLoaderScope(loaders, request.Services, _work, request.Cancellation);
        _work.Loaders = Loaders;
        _errors = errors;
        _plan = request.Operation.Plan(request.Variables);
        _values = new ValueCompleter(this, errors, types);
        _shared = new ResolverContext(this);
    }

    public ExecutionRequest Request { get; }

    public DataLoaderScope Loaders { get; }

    /// <summary>Whether resolvers that wait have spans of their own.</summary>
    public bool TracesResolvers { get; init; }

    public async Task<ExecutionResult> RunAsync()
    {
        var root = new ObjectResult(_plan, null, 0);
        if (Request.Operation.Definition.Operation == OperationType.Mutation)
        {
            for (var i = 0; i < _plan.Fields.Length && !root.IsDead; i++)
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
        return new ExecutionResult(root, _errors.ToList()) { OperationType = Request.Operation.Definition.Operation };
    }

    /// <summary>Executes all fields of an object.</summary>
    public void ExecuteSelection(ObjectResult target, object? source)
    {
        Request.Cancellation.ThrowIfCancellationRequested();
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
            var context = new ResolverContext(this);
            context.Bind(field, target, index, source);
            var result = field.Requirement is { } requirement ? AuthorizeAndResolveAsync(field, requirement, context) : Resolve(field, context);
            if (result.IsCompletedSuccessfully)
                _values.Complete(field, field.Value, target, index, result.Result);
            else
                Await(result, field, target, index);
        }
        catch (Exception exception)
        {
            _errors.Add(exception, field, target, index);
        }
    }

    private void Await(ValueTask<object?> result, FieldPlan field, ObjectResult target, int index)
    {
        _work.BeginWait();
        var awaiter = result.ConfigureAwait(false).GetAwaiter();
        awaiter.UnsafeOnCompleted(() => _work.Post(Finish));

        void Finish()
        {
            _work.EndWait();
            try
            {
                var value = awaiter.GetResult();
                if (!target.IsDetached)
                    _values.Complete(field, field.Value, target, index, value);
            }
            catch (Exception exception)
            {
                _errors.Add(exception, field, target, index);
            }
        }
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
