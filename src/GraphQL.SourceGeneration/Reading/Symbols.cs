using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Questions about symbols that the readers share.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat WithNulls = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The fully qualified name without question marks, by which types are told apart.</summary>
    public static string Key(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The fully qualified name as C# would write it in this place.</summary>
    public static string Clr(ITypeSymbol type) => type.ToDisplayString(WithNulls);

    /// <summary>The same without an outer question mark.</summary>
    public static string ClrWithoutNull(ITypeSymbol type) => Clr(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    /// <summary>The name as a person would write it.</summary>
    public static string Readable(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    public static string FullName(ITypeSymbol type) => type is INamedTypeSymbol named
        ? $"{named.ContainingNamespace?.ToDisplayString()}.{named.MetadataName}"
        : type.Name;

    public static bool IsException(ITypeSymbol type) => BasesOf(type).Any(candidate => FullName(candidate) == "System.Exception");

    public static IEnumerable<INamedTypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
            yield return current;
    }

    public static bool IsAbstract(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface || (type.IsAbstract && !type.IsStatic);

    /// <summary>Whether a type can be named wherever its assembly can be used.</summary>
    public static bool IsPublic(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        INamedTypeSymbol named => named.DeclaredAccessibility == Accessibility.Public
            && (named.ContainingType is null || IsPublic(named.ContainingType))
            && named.TypeArguments.All(IsPublic),
        _ => true,
    };

    /// <summary>Public properties that can be read, a class's own before those it inherits.</summary>
    public static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>();
        var owners = type.TypeKind == TypeKind.Interface ? new[] { type }.Concat(type.AllInterfaces) : BasesOf(type);
        foreach (var owner in owners)
        {
            if (owner.SpecialType == SpecialType.System_Object || FullName(owner) == "System.Exception" || FullName(owner) == "System.ValueType")
                continue;
            foreach (var property in owner.GetMembers().OfType<IPropertySymbol>())
            {
                if (IsReadable(property) && seen.Add(property.Name))
                    yield return property;
            }
        }
    }

    /// <summary>The classes in the type's own assembly that derive from it or implement it.</summary>
    public static IEnumerable<INamedTypeSymbol> Implementations(INamedTypeSymbol type) =>
        TypesIn(type.ContainingAssembly.GlobalNamespace).Where(candidate =>
            candidate.TypeKind is TypeKind.Class or TypeKind.Struct
            && !candidate.IsAbstract
            && !candidate.IsStatic
            && candidate.TypeParameters.Length == 0
            && candidate.DeclaredAccessibility == Accessibility.Public
            && (BasesOf(candidate).Contains(type, SymbolEqualityComparer.Default)
                || candidate.AllInterfaces.Contains(type, SymbolEqualityComparer.Default)));

    private static bool IsReadable(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public }
        && !Attributes.Has(property, "GraphQLIgnoreAttribute");

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in TypesIn(inner))
                    yield return nested;
            }
        }
    }
}
