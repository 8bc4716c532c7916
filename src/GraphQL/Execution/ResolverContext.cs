using System.Security.Claims;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Execution;

/// <summary>
/// What a resolver knows. One is reused for all synchronous resolvers of an execution; an asynchronous one has its own, for it is still
/// read when the next field runs.
/// </summary>
internal class ResolverContext(OperationExecution execution) : IResolverContext
{
    private IReadOnlyDictionary<string, object?>? _arguments;

    /// <summary>The field, and the slot that its value goes into.</summary>
    public FieldPlan Plan { get; private set; } = null!;

    public ResultContainer Target { get; private set; } = null!;

    public int Index { get; private set; }

    public object? Parent { get; private set; }

    public FieldDefinition Field => Plan.Definition;

    public IReadOnlyList<object> Path => Target.PathTo(Index);

    public IServiceProvider Services => Execution.Request.Services;

    public ClaimsPrincipal User => Execution.Request.User;

    public CancellationToken RequestAborted => Execution.Request.Cancellation;

    public IDictionary<string, object?> ContextData => Execution.Request.ContextData;

    public SchemaDefinition Schema => Execution.Request.Operation.Schema;

    protected OperationExecution Execution { get; } = execution;

    private IReadOnlyDictionary<string, object?> Arguments => _arguments ??= Execution.ArgumentsOf(Plan);

    public void Bind(FieldPlan plan, ResultContainer target, int index, object? parent)
    {
        Plan = plan;
        Target = target;
        Index = index;
        _arguments = plan.ConstantArguments;
        Parent = parent;
    }

    public T Argument<T>(string name) => Arguments.TryGetValue(name, out var value) && value is not null ? (T)value : default!;

    public bool HasArgument(string name) => Arguments.ContainsKey(name);

    public bool IsSelected(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return IsSelected(Plan, path);
    }

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public T DataLoader<T>()
        where T : notnull => Execution.Loaders.Get<T>();

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
