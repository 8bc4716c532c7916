using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>The C# types that are lists to GraphQL.</summary>
internal static class Lists
{
    public static (ITypeSymbol Item, ListForm Form)? Item(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return (array.ElementType, ListForm.Array);
        if (type is not INamedTypeSymbol { TypeArguments.Length: 1 } named)
            return null;
        return Symbols.FullName(named) switch
        {
            "System.Collections.Generic.IEnumerable`1"
                or "System.Collections.Generic.IReadOnlyCollection`1"
                or "System.Collections.Generic.IReadOnlyList`1" => (named.TypeArguments[0], ListForm.Array),
            "System.Collections.Generic.List`1"
                or "System.Collections.Generic.IList`1"
                or "System.Collections.Generic.ICollection`1" => (named.TypeArguments[0], ListForm.List),
            "System.Collections.Immutable.ImmutableArray`1" => (named.TypeArguments[0], ListForm.ImmutableArray),
            "System.Collections.Generic.HashSet`1"
                or "System.Collections.Generic.ISet`1"
                or "System.Collections.Generic.IReadOnlySet`1" => (named.TypeArguments[0], ListForm.HashSet),
            "System.Linq.IQueryable`1" or "System.Linq.IOrderedQueryable`1" => (named.TypeArguments[0], ListForm.Queryable),
            _ => null,
        };
    }
}
