using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>A field of a selection set, with the type it is selected on and the type it returns.</summary>
internal readonly record struct FieldEntry(NamedType? ParentType, FieldNode Node, GraphQLType? Type);

/// <summary>The fields of a selection set by response name, inline fragments written out, and the fragments it spreads.</summary>
internal sealed class CollectedFields
{
    private readonly HashSet<string> _fragments = new(StringComparer.Ordinal);

    public Dictionary<string, List<FieldEntry>> ByResponseName { get; } = new(StringComparer.Ordinal);

    public List<string> Fragments { get; } = [];

    public void Add(FieldEntry field)
    {
        if (!ByResponseName.TryGetValue(field.Node.ResponseName, out var entries))
            ByResponseName.Add(field.Node.ResponseName, entries = []);
        entries.Add(field);
    }

    public void AddFragment(string name)
    {
        if (_fragments.Add(name))
            Fragments.Add(name);
    }
}
