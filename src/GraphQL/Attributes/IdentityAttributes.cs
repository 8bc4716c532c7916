namespace GraphQL;

/// <summary>
/// Makes a field or an argument a global identifier of type ID. On a field it is written as a node id of the type that declares it; on an
/// argument a node id of any type is read.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IDAttribute : Attribute;

/// <summary>Makes a field or an argument a global identifier of the object type of <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The CLR type whose identifier it is.</typeparam>
/// <param name="member">On a parameter with <see cref="SpreadAttribute"/>: which of the record's members is meant.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
public sealed class IDAttribute<T>(string? member = null) : Attribute
{
    /// <summary>Which member of a spread record is meant; null when it is the annotated thing itself.</summary>
    public string? Member { get; } = member;
}

/// <summary>
/// Marks a class with <see cref="ObjectTypeAttribute{T}"/> whose type implements Node; one of its methods carries
/// <see cref="NodeResolverAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NodeAttribute : Attribute;

/// <summary>
/// Marks the method that loads an object by its identifier, for the fields node and nodes. Its first argument is the identifier. In a class
/// with <see cref="ObjectTypeAttribute{T}"/> the method is not a field itself; in a query class it is both.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;
