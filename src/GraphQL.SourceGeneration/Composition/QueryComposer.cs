using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Composition;

/// <summary>Works out the input objects of filtered and sorted fields, of what is declared and nothing else.</summary>
internal sealed class QueryComposer(SchemaModel schema, IReadOnlyDictionary<string, ComposedType> types)
{
    private static readonly HashSet<string> Incomparable = ["JSON"];

    public void Run()
    {
        var fields = schema.Types.SelectMany(type => type.Fields).Concat(schema.Roots.SelectMany(root => root.Fields)).Select(field => field.Model);
        foreach (var field in fields.Where(field => field.IsQueryable || field.TakesQuery).ToList())
        {
            if (field.Shape!.Item is not { Kind: ShapeKind.Object } item || !types.TryGetValue(item.Name, out var type))
            {
                if (field.Querying is not null || field.Paging is not null || field.Shape.Leaf.IdentityOf is not null)
                    Report(GraphQLDiagnostics.InvalidQuerying, field.Location, field.Member);
                continue;
            }
            if (field.Querying is { Filters: true } && !AddFilter(item.Name))
                Report(GraphQLDiagnostics.NothingDeclared, field.Location, field.Member, "filter", type.Model.Name, "Filterable");
            if (field.Querying is { Sorts: true } && !AddSort(item.Name))
                Report(GraphQLDiagnostics.NothingDeclared, field.Location, field.Member, "sort", type.Model.Name, "Sortable");
            if (type.Model.Fields.FirstOrDefault(IsIdentity) is { } identity)
                schema.Identities[item.Name] = identity;
            else if (field.Paging is not null)
                Report(GraphQLDiagnostics.NoIdentity, field.Location, field.Member, type.Model.Name);
        }
        schema.Filters.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        schema.Sorts.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
    }

    private static bool IsIdentity(FieldModel field) =>
        field is { Name: "id", Shape: { Kind: ShapeKind.Scalar, Nullable: false } shape } && !Incomparable.Contains(shape.Name);

    private bool AddFilter(string key)
    {
        if (schema.Filters.Exists(filter => filter.Key == key))
            return true;
        if (Declared(key, field => field.IsFilterable) is not { Count: > 0 } fields)
            return false;
        schema.Filters.Add(new(key, types[key].Name + "FilterInput", fields, types[key].Model.Location));
        foreach (var field in fields.ToList())
        {
            if (field.Name is "and" or "or")
                Report(GraphQLDiagnostics.FieldClash, field.Location, types[key].Name + "FilterInput", field.Name, "all filters", field.Member);
            var item = field.Shape is { Kind: ShapeKind.List, Item: { } inner } ? inner : field.Shape;
            if (!(IsValue(item) || (item is { Kind: ShapeKind.Object } && types.ContainsKey(item.Name) && AddFilter(item.Name))))
                Report(GraphQLDiagnostics.NotComparable, field.Location, field.Member, field.Clr, "filter");
        }
        return true;
    }

    private bool AddSort(string key)
    {
        if (schema.Sorts.Exists(sort => sort.Key == key))
            return true;
        if (Declared(key, field => field.IsSortable) is not { Count: > 0 } fields)
            return false;
        schema.Sorts.Add(new(key, types[key].Name + "SortInput", fields, types[key].Model.Location));
        foreach (var field in fields.ToList())
        {
            if (!(IsValue(field.Shape) || (field.Shape is { Kind: ShapeKind.Object, Nullable: false } shape && types.ContainsKey(shape.Name) && AddSort(shape.Name))))
                Report(GraphQLDiagnostics.NotComparable, field.Location, field.Member, field.Clr, "sort");
        }
        return true;
    }

    // Read from the C# properties: a method that takes a property's place is no column. Only that it made an identifier of it is kept.
    private List<FieldModel> Declared(string key, Func<FieldModel, bool> isDeclared) =>
    [
        .. types[key].Model.Fields.Where(isDeclared).Select(field =>
        {
            var shown = types[key].Fields.Find(other => other.Model.Name == field.Name)?.Model.Shape;
            return shown is { Kind: ShapeKind.Scalar, IdentityOf: not null } && field.Shape is { Kind: ShapeKind.Scalar } own
                ? field with { Shape = own with { Name = "ID", IdentityOf = shown.IdentityOf } }
                : field;
        }),
    ];

    private bool IsValue(TypeShape? shape) =>
        (shape is { Kind: ShapeKind.Enum } && schema.Names.ContainsKey(shape.Name)) || (shape is { Kind: ShapeKind.Scalar } && !Incomparable.Contains(shape.Name));

    private void Report(DiagnosticDescriptor descriptor, SourceLocation location, params string[] arguments) =>
        schema.Diagnostics.Add(DiagnosticModel.Create(descriptor, location, arguments));
}
