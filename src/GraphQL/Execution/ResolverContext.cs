using System.Security.Claims;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Execution;

/// <summary>
/// What a resolver knows. One is reused for all synchronous resolvers of an execution; an asynchronous one has its own, for it is still
/// read when the next field runs.
/// </summary>
internal sealed class ResolverContext(OperationExecution execution) : IResolverContext
{
    private FieldPlan _plan = null!;
    private ResultContainer _container = null!;
    private int _index;
    private IReadOnlyDictionary<string, object?>? _arguments;

    public object? Parent { get; private set; }

    public FieldDefinition Field => _plan.Definition;

    public IReadOnlyList<object> Path => _container.PathTo(_index);

    public IServiceProvider Services => execution.Request.Services;

    public ClaimsPrincipal User => execution.Request.User;

    public CancellationToken RequestAborted => execution.Request.Cancellation;

    public IDictionary<string, object?> ContextData => execution.Request.ContextData;

    public SchemaDefinition Schema => execution.Request.Operation.Schema;

    private IReadOnlyDictionary<string, object?> Arguments => _arguments ??= execution.ArgumentsOf(_plan);

    public void Bind(FieldPlan plan, ResultContainer container, int index, object? parent)
    {
        _plan = plan;
        _container = container;
        _index = index;
        _arguments = plan.ConstantArguments;
        Parent = parent;
    }

    public T Argument<T>(string name) => Arguments.TryGetValue(name, out var value) && value is not null ? (T)value : default!;

    public bool HasArgument(string name) => Arguments.ContainsKey(name);

    public bool IsSelected(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return IsSelected(_plan, path);
    }

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public T DataLoader<T>()
        where T : notnull => execution.Loaders.Get<T>();

    private static bool IsSelected(FieldPlan plan, string path)
    {
        if (plan.Value.Named is not ObjectType type)
            return true;
        var end = path.IndexOf('.', StringComparison.Ordinal);
        return IsSelected(plan.SelectionFor(type), end < 0 ? path : path[..end], end < 0 ? null : path[(end + 1)..]);
    }

    // What is delivered later is resolved from the same value.
    private static bool IsSelected(SelectionPlan selection, string name, string? below) =>
        Array.Exists(selection.Fields, field => field.Definition.Name == name && (below is null || IsSelected(field, below)))
        || (selection.Deferred is { } deferred && deferred.Selections.Any(later => IsSelected(later.Plan, name, below)));
}
