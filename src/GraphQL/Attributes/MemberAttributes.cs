namespace GraphQL;

/// <summary>Gives a type, field, argument or enum value another name than the one made from the C# name.</summary>
/// <param name="name">The name in the schema.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// Keeps a member out of the schema. On a class with <see cref="ObjectTypeAttribute{T}"/> it names the properties of the type to keep out.
/// </summary>
/// <param name="members">The C# names of properties to keep out, when the attribute stands on a class.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLIgnoreAttribute(params string[] members) : Attribute
{
    /// <summary>The C# names of properties to keep out, when the attribute stands on a class.</summary>
    public IReadOnlyList<string> Members { get; } = members;
}

/// <summary>Describes a type or member in the schema; it goes before the documentation comment.</summary>
/// <param name="description">The description, as Markdown.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description, as Markdown.</summary>
    public string Description { get; } = description;
}

/// <summary>Marks a field, argument, input field or enum value as deprecated. <see cref="ObsoleteAttribute"/> does the same.</summary>
/// <param name="reason">What to use instead.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>What to use instead.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Marks the parameter of a resolver that receives the object whose field is resolved.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>Marks a parameter of a resolver as a service where its type alone would make it an argument.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;

/// <summary>
/// Marks a parameter whose members take its place: each parameter of the record's constructor becomes an argument of its own, with its name, default and
/// description, and the resolver is given the record made of them. So a use case that is a record already need not be written down twice.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SpreadAttribute : Attribute;

/// <summary>Marks a method that takes the place of a property of the type its class extends.</summary>
/// <param name="member">The C# name of the property.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BindMemberAttribute(string member) : Attribute
{
    /// <summary>The C# name of the property.</summary>
    public string Member { get; } = member;
}

/// <summary>
/// Makes a method that returns a <see cref="Data.Connection{T}"/>, an <see cref="IQueryable{T}"/> or a list a paged field, with the arguments
/// first, after, last and before. An <see cref="IQueryable{T}"/> is paged by its sort keys and its items' property Id, a list by position.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UsePagingAttribute : Attribute
{
    /// <summary>Items in a page when the client gives neither first nor last; when not set, that of <see cref="Data.PagingOptions"/>.</summary>
    public int DefaultPageSize { get; set; }

    /// <summary>The most items a client may ask for; when not set, that of <see cref="Data.PagingOptions"/>.</summary>
    public int MaxPageSize { get; set; }

    /// <summary>Adds the field totalCount, answered from <see cref="Data.Connection{T}.TotalCount"/>. Default false.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>What the connection and edge types are named after; the field's name when absent.</summary>
    public string? ConnectionName { get; set; }
}

/// <summary>
/// Marks a static method that loads many values at once by their keys. The source generator makes an interface from its name
/// (GetWaveByIdAsync gives IWaveByIdDataLoader) that resolvers take as a parameter.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataLoaderAttribute : Attribute
{
    /// <summary>The most keys given to one call. Default 1,000.</summary>
    public int MaxBatchSize { get; set; } = 1000;
}
