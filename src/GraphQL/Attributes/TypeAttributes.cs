namespace GraphQL;

/// <summary>Marks a static partial class whose public static methods become fields of the query type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>
/// Marks a static partial class whose public static methods become mutations. Each gets an input object, a payload and, where it declares
/// errors with <see cref="ErrorAttribute"/>, a union of them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>
/// Marks a static partial class whose public static methods become subscription fields. A method returns an <see cref="IAsyncEnumerable{T}"/>;
/// each item is one event.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>
/// Marks a static partial class that adds fields to the object type of <typeparamref name="T"/>. A method named like a property takes the
/// property's place.
/// </summary>
/// <typeparam name="T">The CLR type behind the object type.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T> : Attribute;

/// <summary>Marks a class or record that becomes an object type even when no resolver returns it directly.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ObjectTypeAttribute : Attribute;

/// <summary>
/// Marks a C# interface or an abstract class that becomes a GraphQL interface; the classes of its assembly that implement it become its
/// object types.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute : Attribute;

/// <summary>Marks a static partial class that makes a GraphQL interface of a C# interface or abstract class it does not own.</summary>
/// <typeparam name="T">The C# interface or abstract class.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute<T> : Attribute;

/// <summary>
/// Marks a C# interface or an abstract class that becomes a union; the classes of its assembly that implement it become its members.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class UnionTypeAttribute : Attribute;

/// <summary>Marks a static partial class that makes a union of a C# interface or abstract class it does not own.</summary>
/// <typeparam name="T">The C# interface or abstract class.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnionTypeAttribute<T> : Attribute;

/// <summary>
/// Marks a class that arguments are read into as an input object. Records need no mark: a record among a resolver's parameters is always
/// an argument, any other class is a service.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class InputTypeAttribute : Attribute;

/// <summary>
/// Makes an input object one of which exactly one field is given, and not as null: <c>@oneOf</c>. Each of its fields must be nullable in C#
/// and without a default; all but the one given are null.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;
