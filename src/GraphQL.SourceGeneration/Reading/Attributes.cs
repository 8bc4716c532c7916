using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Reads the annotations of a symbol.</summary>
internal static class Attributes
{
    public static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => Is(attribute, name));

    public static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    public static string? Name(ISymbol symbol) => Text(Find(symbol, "GraphQLNameAttribute"));

    public static string? Description(ISymbol symbol) => Text(Find(symbol, "GraphQLDescriptionAttribute"));

    public static string? Deprecation(ISymbol symbol)
    {
        if (Text(Find(symbol, "GraphQLDeprecatedAttribute")) is { } reason)
            return reason;
        var obsolete = symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == "System.ObsoleteAttribute");
        return obsolete is null ? null : Text(obsolete) ?? "No longer supported.";
    }

    public static AuthorizationModel? Authorization(ISymbol symbol)
    {
        if (Has(symbol, "AllowAnonymousAttribute"))
            return new(null, true);
        return Find(symbol, "AuthorizeAttribute") is { } authorize ? new(Text(authorize), false) : null;
    }

    public static EquatableArray<string> IgnoredMembers(ISymbol symbol)
    {
        var attribute = Find(symbol, "GraphQLIgnoreAttribute");
        if (attribute is null || attribute.ConstructorArguments.Length == 0)
            return EquatableArray<string>.Empty;
        var argument = attribute.ConstructorArguments[0];
        return argument.Kind == TypedConstantKind.Array
            ? argument.Values.Select(value => value.Value as string ?? "").ToEquatable()
            : EquatableArray<string>.Empty;
    }

    public static PagingModel? Paging(ISymbol symbol) => Find(symbol, "UsePagingAttribute") is { } paging
        ? new(
            Argument<int?>(paging, "DefaultPageSize", null),
            Argument<int?>(paging, "MaxPageSize", null),
            Argument(paging, "IncludeTotalCount", false),
            Argument<string?>(paging, "ConnectionName", null))
        : null;

    public static QueryingModel? Querying(ISymbol symbol)
    {
        var sorting = Find(symbol, "UseSortingAttribute");
        var filters = Has(symbol, "UseFilteringAttribute");
        return filters || sorting is not null
            ? new(filters, sorting is not null, sorting is null ? null : Argument<string?>(sorting, "DefaultOrder", null))
            : null;
    }

    /// <summary>Whether a property carries an attribute; that of a positional record may stand on the parameter.</summary>
    public static bool HasOnProperty(IPropertySymbol property, string name) => Has(property, name)
        || (property.ContainingType.IsRecord && property.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Any(parameter => parameter.Name == property.Name && Has(parameter, name)));

    /// <summary>The key of the type that an ID belongs to: null when it is no ID, empty when it belongs to any type.</summary>
    public static string? Identity(ISymbol symbol)
    {
        if (Find(symbol, "IDAttribute") is not { AttributeClass: { } attribute })
            return null;
        return attribute.TypeArguments.Length == 1 ? Symbols.Key(attribute.TypeArguments[0]) : "";
    }

    /// <summary>The keys of the types that members of a spread parameter are identifiers of.</summary>
    public static Dictionary<string, string> IdentitiesOfMembers(IParameterSymbol parameter)
    {
        var identities = new Dictionary<string, string>();
        foreach (var attribute in parameter.GetAttributes())
        {
            if (Is(attribute, "IDAttribute") && attribute.AttributeClass!.TypeArguments.Length == 1 && Text(attribute) is { } member)
                identities[member] = Symbols.Key(attribute.AttributeClass.TypeArguments[0]);
        }
        return identities;
    }

    public static T Argument<T>(AttributeData attribute, string name, T fallback)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Value is T value)
                return value;
        }
        return fallback;
    }

    private static string? Text(AttributeData? attribute) =>
        attribute is { ConstructorArguments.Length: > 0 } ? attribute.ConstructorArguments[0].Value as string : null;

    private static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.ToDisplayString() == "GraphQL";
}
