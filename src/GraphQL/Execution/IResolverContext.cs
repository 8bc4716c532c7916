using System.Security.Claims;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>What a resolver may know of the field it resolves and the request it belongs to.</summary>
public interface IResolverContext
{
    /// <summary>The value of the object the field belongs to; at the root, the operation's root value.</summary>
    object? Parent { get; }

    /// <summary>The field being resolved.</summary>
    FieldDefinition Field { get; }

    /// <summary>The field's place in the response: names and list indexes, from the root.</summary>
    IReadOnlyList<object> Path { get; }

    /// <summary>The services of this request.</summary>
    IServiceProvider Services { get; }

    /// <summary>Who asks.</summary>
    ClaimsPrincipal User { get; }

    /// <summary>Cancelled when the client has gone or the request has taken too long.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>Values that resolvers of one request share.</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>An argument's value, coerced to its type; the default of <typeparamref name="T"/> when it was not given.</summary>
    /// <typeparam name="T">The argument's .NET type.</typeparam>
    /// <param name="name">The argument's name.</param>
    /// <returns>The value.</returns>
    T Argument<T>(string name);

    /// <summary>Whether an argument was given, be it as null, or has a default.</summary>
    /// <param name="name">The argument's name.</param>
    /// <returns>Whether there is a value.</returns>
    bool HasArgument(string name);

    /// <summary>Whether the operation asks for a field below this one, so that nothing need be worked out for nobody.</summary>
    /// <param name="path">The names of the fields from this one down, by the schema, with points between: <c>pageInfo.hasNextPage</c>.</param>
    /// <returns>
    /// Whether it does. Below an interface or union, where the answer depends on the value, it is always true.
    /// </returns>
    bool IsSelected(string path);

    /// <summary>A service of this request.</summary>
    /// <typeparam name="T">The service's type.</typeparam>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidOperationException">The service is not registered.</exception>
    T Service<T>()
        where T : notnull;

    /// <summary>The request's loader of this type, which gathers the keys of many resolvers into one call.</summary>
    /// <typeparam name="T">The loader's type.</typeparam>
    /// <returns>The loader.</returns>
    T DataLoader<T>()
        where T : notnull;
}
