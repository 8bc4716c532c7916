using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration;

/// <summary>All that the generator can find wrong.</summary>
internal static class GraphQLDiagnostics
{
    public static readonly DiagnosticDescriptor NotStaticPartial = New(
        "GQL0001", "Annotated class is not static and partial",
        "'{0}' carries a GraphQL annotation and must be a static partial class");

    public static readonly DiagnosticDescriptor UnsupportedParameter = New(
        "GQL0002", "Parameter cannot be provided",
        "The parameter '{0}' of type '{1}' is neither something GraphQL can read as an argument nor a class or interface to ask services for");

    public static readonly DiagnosticDescriptor UnsupportedReturnType = New(
        "GQL0003", "Return type has no GraphQL type",
        "'{0}' returns '{1}', which has no GraphQL type; return a scalar, an enum, a class, a list of these, or a Task of it");

    public static readonly DiagnosticDescriptor UnsupportedMember = New(
        "GQL0004", "Property has no GraphQL type",
        "'{0}.{1}' is of type '{2}', which has no GraphQL type; "
        + "leave it out with [GraphQLIgnore], or replace it with a method in a class with [ObjectType<{3}>]");

    public static readonly DiagnosticDescriptor FieldClash = New(
        "GQL0005", "Two fields have the same name",
        "The type '{0}' gets the field '{1}' twice, from '{2}' and '{3}'; rename one with [GraphQLName]");

    public static readonly DiagnosticDescriptor TypeClash = New(
        "GQL0006", "Two types have the same name",
        "'{1}' and '{2}' both become the GraphQL type '{0}'; rename one with [GraphQLName]");

    public static readonly DiagnosticDescriptor InvalidName = New(
        "GQL0007", "Name is not allowed in GraphQL",
        "'{0}' is not a GraphQL name: letters, digits and underscores only, no digit first, and no two underscores first");

    public static readonly DiagnosticDescriptor InvalidParent = New(
        "GQL0008", "Parent is of another type",
        "The parameter '{0}' marked [Parent] must be of type '{1}'");

    public static readonly DiagnosticDescriptor InvalidPaging = New(
        "GQL0009", "Paging does not fit",
        "'{0}' needs both [UsePaging] and a result that is a Connection<T> or, without PagingArguments, a list");

    public static readonly DiagnosticDescriptor InvalidError = New(
        "GQL0010", "Error type cannot be made from an exception",
        "'{0}' is not an exception and has neither a static CreateErrorFrom method nor a constructor that takes one, "
        + "or it has no property Message");

    public static readonly DiagnosticDescriptor UnmarkedAbstractType = New(
        "GQL0011", "Abstract type is neither interface nor union",
        "'{0}' is abstract; mark it with [InterfaceType] or [UnionType], or with [InterfaceType<T>] or [UnionType<T>] on a static partial class");

    public static readonly DiagnosticDescriptor InvalidDataLoader = New(
        "GQL0012", "Data loader has another signature",
        "'{0}' must be a static method whose first parameter is an IReadOnlyList<TKey> and which returns "
        + "a Task of a Dictionary<TKey, TValue> or of an ILookup<TKey, TValue>");

    public static readonly DiagnosticDescriptor UnknownDataLoader = New(
        "GQL0013", "Data loader is not known",
        "The parameter '{0}' asks for '{1}', which no method with [DataLoader] makes");

    public static readonly DiagnosticDescriptor InvalidNode = New(
        "GQL0014", "Node cannot be loaded",
        "'{0}' cannot be loaded by an identifier; that needs one method with [NodeResolver], in a class with [QueryType] or [ObjectType<T>], whose only "
        + "argument is a Guid, string, int or long, and which returns the object, or a Task of it, and not a list or a stream");

    public static readonly DiagnosticDescriptor InvalidInput = New(
        "GQL0015", "Input field has no GraphQL type",
        "'{0}.{1}' is of type '{2}', which GraphQL cannot read as input");

    public static readonly DiagnosticDescriptor InvalidQuerying = New(
        "GQL0016", "Filtering or sorting does not fit",
        "'{0}' uses [UseFiltering], [UseSorting] or QueryContext<T>; it must be a field of a query or object type that either returns an "
        + "IQueryable<T>, or takes the QueryContext<T> of its items and returns a Connection<T> or, without [UsePaging], a list");

    public static readonly DiagnosticDescriptor NothingDeclared = New(
        "GQL0017", "Nothing is declared to filter or sort by",
        "'{0}' lets clients {1} '{2}', none of whose properties is marked with [{3}]");

    public static readonly DiagnosticDescriptor NotComparable = New(
        "GQL0018", "Property cannot be filtered or sorted by",
        "'{0}' is of type '{1}', by which GraphQL cannot {2}; filter by scalars, enums, objects and lists of these, "
        + "sort by scalars, enums and objects that are never null");

    public static readonly DiagnosticDescriptor NoIdentity = New(
        "GQL0019", "Items cannot be told apart",
        "'{0}' is paged by the keys of '{1}', which has no property named id in the schema with a scalar that is never null");

    public static readonly DiagnosticDescriptor InvalidOneOf = New(
        "GQL0020", "Field of a oneOf input object is required",
        "'{0}.{1}' must be nullable and without a default: exactly one field of an input object with [OneOf] is given, all others are null");

    public static readonly DiagnosticDescriptor GenericResolver = New(
        "GQL0021", "Resolver is generic",
        "'{0}' is generic, so that nothing says which types its field has; make it private or mark it with [GraphQLIgnore] if it is no field");

    public static readonly DiagnosticDescriptor ArgumentClash = New(
        "GQL0022", "Two arguments have the same name",
        "The field '{0}' gets the argument '{1}' twice; rename one with [GraphQLName]");

    public static readonly DiagnosticDescriptor InvalidSpread = New(
        "GQL0023", "Parameter cannot be spread",
        "The parameter '{0}' marked [Spread] is of type '{1}'; it must be a record with a public constructor that takes something, "
        + "and each [ID<T>(member)] must name one of the constructor's parameters");

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new[]
    {
        NotStaticPartial, UnsupportedParameter, UnsupportedReturnType, UnsupportedMember, FieldClash, TypeClash, InvalidName, InvalidParent,
        InvalidPaging, InvalidError, UnmarkedAbstractType, InvalidDataLoader, UnknownDataLoader, InvalidNode, InvalidInput,
        InvalidQuerying, NothingDeclared, NotComparable, NoIdentity, InvalidOneOf, GenericResolver,
        ArgumentClash, InvalidSpread,
    }.ToDictionary(descriptor => descriptor.Id);

    public static DiagnosticDescriptor Find(string id) => ById[id];

    private static DiagnosticDescriptor New(string id, string title, string message) =>
        new(id, title, message, "GraphQL", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
