namespace GraphQL;

/// <summary>
/// Requires a signed-in user, and the permission when one is named, before the field is resolved. On a class it holds for each field that
/// has no rule of its own.
/// </summary>
/// <param name="permission">The permission's name, or null to ask only for a signed-in user.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Property)]
public sealed class AuthorizeAttribute(string? permission = null) : Attribute
{
    /// <summary>The permission's name, or null to ask only for a signed-in user.</summary>
    public string? Permission { get; } = permission;
}

/// <summary>Lets anyone resolve the field. On a class it holds for each field that has no rule of its own.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Property)]
public sealed class AllowAnonymousAttribute : Attribute;

/// <summary>
/// Declares an error that a mutation answers with in its payload: an exception type, or a class with a static CreateErrorFrom method or a
/// constructor that takes the exception. On a class it holds for each of its mutations, beside those they declare themselves.
/// </summary>
/// <param name="type">The exception or error type.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ErrorAttribute(Type type) : Attribute
{
    /// <summary>The exception or error type.</summary>
    public Type Type { get; } = type;
}

/// <summary>Declares an error that a mutation answers with in its payload, as <see cref="ErrorAttribute"/> does.</summary>
/// <typeparam name="T">The exception or error type.</typeparam>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ErrorAttribute<T> : Attribute;
