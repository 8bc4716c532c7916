using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>
/// Compares a schema with an earlier one, for contracts that must not break. What breaks and what is dangerous is decided as the reference
/// implementation decides it: results may get stricter and inputs more lenient, never the other way round.
/// </summary>
public sealed class SchemaComparison
{
    private readonly List<SchemaChange> _changes = [];

    private SchemaComparison()
    {
    }

    /// <summary>All that is different. Descriptions are no difference.</summary>
    /// <param name="before">What clients were written for.</param>
    /// <param name="after">What they will meet.</param>
    /// <returns>The changes, the worst first, then by coordinate; empty when clients can tell no difference.</returns>
    public static IReadOnlyList<SchemaChange> Compare(SchemaDefinition before, SchemaDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var comparison = new SchemaComparison();
        comparison.CompareRoots(before, after);
        comparison.CompareTypes(before, after);
        comparison.CompareDirectives(before, after);
        return [.. comparison._changes.OrderByDescending(change => change.Impact).ThenBy(change => change.Coordinate, StringComparer.Ordinal)];
    }

    private void CompareRoots(SchemaDefinition before, SchemaDefinition after)
    {
        Root("query", before.QueryType, after.QueryType);
        Root("mutation", before.MutationType, after.MutationType);
        Root("subscription", before.SubscriptionType, after.SubscriptionType);

        void Root(string operation, ObjectType? from, ObjectType? to)
        {
            if (from is not null && to is null)
                Breaking(from.Name, $"There is no {operation} type any more.");
            else if (from is null && to is not null)
                Safe(to.Name, $"'{to.Name}' is the new {operation} type.");
            else if (from?.Name != to?.Name)
                Breaking(from!.Name, $"The {operation} type is '{to!.Name}' and no longer '{from.Name}'.");
        }
    }

    private void CompareTypes(SchemaDefinition before, SchemaDefinition after)
    {
        foreach (var from in before.Types)
        {
            if (after.GetType(from.Name) is not { } to)
                Breaking(from.Name, $"Type '{from.Name}' was removed.");
            else
                CompareType(from, to);
        }

        foreach (var added in after.Types.Where(type => before.GetType(type.Name) is null))
            Safe(added.Name, $"Type '{added.Name}' was added.");
    }

    private void CompareType(NamedType before, NamedType after)
    {
        switch (before, after)
        {
            case (ComplexType from, ComplexType to) when from.GetType() == to.GetType():
                CompareInterfaces(from, to);
                CompareFields(from, to);
                break;
            case (UnionType from, UnionType to):
                CompareNames(
                    from.Types.Select(type => type.Name), to.Types.Select(type => type.Name),
                    gone => Breaking(from.Name, $"'{gone}' is no longer in union '{from.Name}'."),
                    added => Dangerous(from.Name, $"'{added}' was added to union '{from.Name}'."));
                break;
            case (EnumType from, EnumType to):
                CompareEnum(from, to);
                break;
            case (InputObjectType from, InputObjectType to):
                CompareInputs(from.Fields, to.Fields, "input field", name => $"{from.Name}.{name}");
                if (from.IsOneOf != to.IsOneOf)
                    Add(to.IsOneOf ? SchemaImpact.Breaking : SchemaImpact.Safe, from.Name, $"'{from.Name}' takes {(to.IsOneOf ? "exactly one of its fields" : "several of its fields")} now.");
                break;
            case (ScalarType, ScalarType):
                break;
            default:
                Breaking(before.Name, $"'{before.Name}' is another kind of type now.");
                break;
        }
    }

    private void CompareInterfaces(ComplexType before, ComplexType after) => CompareNames(
        before.Interfaces.Select(type => type.Name), after.Interfaces.Select(type => type.Name),
        gone => Breaking(before.Name, $"'{before.Name}' no longer implements '{gone}'."),
        added => Dangerous(before.Name, $"'{before.Name}' implements '{added}' now."));

    private void CompareFields(ComplexType before, ComplexType after)
    {
        foreach (var from in before.Fields)
        {
            var coordinate = $"{before.Name}.{from.Name}";
            if (!after.Fields.TryGet(from.Name, out var to))
            {
                Breaking(coordinate, $"Field '{coordinate}' was removed.");
                continue;
            }

            if ($"{from.Type}" != $"{to.Type}")
                Add(IsStricterOutput(from.Type, to.Type) ? SchemaImpact.Safe : SchemaImpact.Breaking, coordinate, $"Field '{coordinate}' is {to.Type} and no longer {from.Type}.");
            CompareInputs(from.Arguments, to.Arguments, "argument", name => $"{coordinate}({name}:)");
            CompareDeprecation(coordinate, from.DeprecationReason, to.DeprecationReason);
        }

        foreach (var added in after.Fields.Where(field => !before.Fields.Contains(field.Name)))
            Safe($"{before.Name}.{added.Name}", $"Field '{before.Name}.{added.Name}' was added.");
    }

    private void CompareEnum(EnumType before, EnumType after)
    {
        CompareNames(
            before.Values.Select(value => value.Name), after.Values.Select(value => value.Name),
            gone => Breaking($"{before.Name}.{gone}", $"Value '{before.Name}.{gone}' was removed."),
            added => Dangerous($"{before.Name}.{added}", $"Value '{before.Name}.{added}' was added."));
        foreach (var from in before.Values)
        {
            if (after.Values.TryGet(from.Name, out var to))
                CompareDeprecation($"{before.Name}.{from.Name}", from.DeprecationReason, to.DeprecationReason);
        }
    }

    private void CompareDirectives(SchemaDefinition before, SchemaDefinition after)
    {
        foreach (var from in before.Directives)
        {
            var coordinate = $"@{from.Name}";
            if (after.Directives.FirstOrDefault(directive => directive.Name == from.Name) is not { } to)
            {
                Breaking(coordinate, $"Directive '{coordinate}' was removed.");
                continue;
            }

            CompareInputs(from.Arguments, to.Arguments, "argument", name => $"{coordinate}({name}:)");
            if (from.IsRepeatable && !to.IsRepeatable)
                Breaking(coordinate, $"Directive '{coordinate}' can no longer be repeated.");
            foreach (var location in from.Locations.Except(to.Locations))
                Breaking(coordinate, $"Directive '{coordinate}' can no longer stand at {location.ToName()}.");
        }

        foreach (var added in after.Directives.Where(directive => before.Directives.All(known => known.Name != directive.Name)))
            Safe($"@{added.Name}", $"Directive '@{added.Name}' was added.");
    }

    private void CompareInputs<T>(DefinitionList<T> before, DefinitionList<T> after, string what, Func<string, string> coordinateOf)
        where T : InputValueDefinition
    {
        foreach (var from in before)
        {
            var coordinate = coordinateOf(from.Name);
            if (!after.TryGet(from.Name, out var to))
            {
                Breaking(coordinate, $"The {what} '{coordinate}' was removed.");
                continue;
            }

            if ($"{from.Type}" != $"{to.Type}")
                Add(IsMoreLenientInput(from.Type, to.Type) ? SchemaImpact.Safe : SchemaImpact.Breaking, coordinate, $"The {what} '{coordinate}' is {to.Type} and no longer {from.Type}.");
            if ($"{from.DefaultValue}" != $"{to.DefaultValue}")
            {
                var isRequiredNow = !from.IsRequired && to.IsRequired;
                Add(
                    isRequiredNow ? SchemaImpact.Breaking : SchemaImpact.Dangerous, coordinate,
                    $"The {what} '{coordinate}' {(to.DefaultValue is null ? "has no default any more" : $"is {to.DefaultValue} by default")}.");
            }

            CompareDeprecation(coordinate, from.DeprecationReason, to.DeprecationReason);
        }

        foreach (var added in after.Where(input => !before.Contains(input.Name)))
        {
            Add(
                added.IsRequired ? SchemaImpact.Breaking : SchemaImpact.Dangerous, coordinateOf(added.Name),
                $"The {(added.IsRequired ? "required " : "")}{what} '{coordinateOf(added.Name)}' was added.");
        }
    }

    private void CompareDeprecation(string coordinate, string? before, string? after)
    {
        if (before is null && after is not null)
            Safe(coordinate, $"'{coordinate}' is deprecated: {after}");
        else if (before is not null && after is null)
            Safe(coordinate, $"'{coordinate}' is no longer deprecated.");
    }

    // What is read may promise more than before, and nothing less.
    private static bool IsStricterOutput(GraphQLType before, GraphQLType after) => (before, after) switch
    {
        (_, NonNullType to) when before is not NonNullType => IsStricterOutput(before, to.OfType),
        (NonNullType from, NonNullType to) => IsStricterOutput(from.OfType, to.OfType),
        (ListType from, ListType to) => IsStricterOutput(from.OfType, to.OfType),
        (NamedType from, NamedType to) => from.Name == to.Name,
        _ => false,
    };

    // What is sent may be asked for less strictly than before, and not more.
    private static bool IsMoreLenientInput(GraphQLType before, GraphQLType after) => IsStricterOutput(after, before);

    private static void CompareNames(IEnumerable<string> before, IEnumerable<string> after, Action<string> gone, Action<string> added)
    {
        var (from, to) = (before.ToList(), after.ToList());
        foreach (var name in from.Except(to))
            gone(name);
        foreach (var name in to.Except(from))
            added(name);
    }

    private void Breaking(string coordinate, string description) => Add(SchemaImpact.Breaking, coordinate, description);

    private void Dangerous(string coordinate, string description) => Add(SchemaImpact.Dangerous, coordinate, description);

    private void Safe(string coordinate, string description) => Add(SchemaImpact.Safe, coordinate, description);

    private void Add(SchemaImpact impact, string coordinate, string description) => _changes.Add(new SchemaChange(impact, coordinate, description));
}
