using System.Collections.Concurrent;
using GraphQL.Data;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>What the fields and types of a schema cost, each worked out once.</summary>
internal sealed class SchemaCosts(SchemaDefinition schema, CostOptions options, PagingOptions paging)
{
    private readonly ConcurrentDictionary<FieldDefinition, FieldCost> _fields = new();
    private readonly ConcurrentDictionary<NamedType, double> _types = new();
    private readonly ConcurrentDictionary<InputObjectType, bool> _weighed = new();

    public SchemaDefinition Schema { get; } = schema;

    public CostOptions Options { get; } = options;

    public FieldCost Of(FieldDefinition field) => _fields.GetOrAdd(field, static (field, costs) => costs.Create(field), this);

    /// <summary>What a value of the type costs: 1 for an object and nothing for a leaf, when the schema does not say.</summary>
    public double WeightOf(NamedType type) => _types.GetOrAdd(
        type, static type => CostDirectives.WeightOf(type.AppliedDirectives) ?? (type is ObjectType ? 1 : 0));

    /// <summary>Whether an input of the type has a weight anywhere in it.</summary>
    public bool IsWeighed(InputValueDefinition input) =>
        CostDirectives.WeightOf(input.AppliedDirectives) is not null || IsWeighed(input.Type.Named, []);

    private FieldCost Create(FieldDefinition field)
    {
        var named = field.Type.Named;
        return new FieldCost
        {
            Weight = CostDirectives.WeightOf(field.AppliedDirectives) ?? DefaultWeight(field, named),
            TypeWeight = WeightOf(named),
            IsList = field.Type.Nullable is ListType,
            Size = CostDirectives.ListSizeOf(field.AppliedDirectives) ?? PageOf(field),
            WeighedArguments = [.. field.Arguments.Where(IsWeighed).Select(argument => argument.Name)],
        };
    }

    private ListSize? PageOf(FieldDefinition field) => field.PageSize is { } page
        ? ListSize.Page(page.Default ?? paging.DefaultPageSize, page.Max ?? paging.MaxPageSize)
        : null;

    private double DefaultWeight(FieldDefinition field, NamedType named)
    {
        if (field is { SyncResolver: null, Resolver: not null })
            return Options.DefaultResolverCost;
        return named.IsComposite ? 1 : 0;
    }

    private bool IsWeighed(NamedType type, HashSet<InputObjectType> visiting)
    {
        if (type is not InputObjectType input)
            return CostDirectives.WeightOf(type.AppliedDirectives) is not null;
        if (_weighed.TryGetValue(input, out var known))
            return known;
        if (!visiting.Add(input))
            return false;
        var isWeighed = input.Fields.Any(
            field => CostDirectives.WeightOf(field.AppliedDirectives) is not null || IsWeighed(field.Type.Named, visiting));

        // Types that contain one another are judged together; only the one that was asked about is known for certain.
        if (visiting.Count == 1 || isWeighed)
            _weighed[input] = isWeighed;
        visiting.Remove(input);
        return isWeighed;
    }
}
