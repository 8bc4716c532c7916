using System.Collections.Concurrent;
using System.Security.Claims;

namespace GraphQL.Execution;

/// <summary>An operation that is ready to run: its variables coerced, its surroundings known.</summary>
internal sealed record ExecutionRequest(
    CompiledOperation Operation,
    IReadOnlyDictionary<string, object?> Variables,
    IServiceProvider Services,
    ClaimsPrincipal User,
    IAuthorizationEvaluator Authorization,
    object? RootValue,
    CancellationToken Cancellation)
{
    public IDictionary<string, object?> ContextData { get; } = new ConcurrentDictionary<string, object?>();
}
