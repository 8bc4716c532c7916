using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>A property that rows are sorted by. A null counts as greater than every value.</summary>
/// <param name="Path">The property; where it belongs to an object of the row, the objects before it. Only the last may be null.</param>
/// <param name="Direction">From which end.</param>
public sealed record SortKey(IReadOnlyList<QueryField> Path, SortDirection Direction)
{
    /// <summary>The property itself.</summary>
    public QueryField Field => Path[^1];

    /// <summary>Whether the rows that are read are known to have a value here all of them, or none: where null stands need not be said.</summary>
    internal bool IsNullSettled { get; init; }

    internal bool MayBeNull => Field.IsNullable && !IsNullSettled;

    internal SortKey Reversed => this with { Direction = Direction == SortDirection.Asc ? SortDirection.Desc : SortDirection.Asc };

    internal string PathName => string.Join('.', Path.Select(part => part.Name));

    /// <inheritdoc/>
    public override string ToString() => Direction == SortDirection.Asc ? PathName : "-" + PathName;

    internal object? Read(object row)
    {
        var value = row;
        foreach (var field in Path)
            value = field.Read(value!);
        return value;
    }

    internal Expression Access(Expression row) =>
        Path.Aggregate(row, static (owner, field) => ParameterReplacer.Apply(field.Access, owner));

    /// <summary>A condition on the property, within the objects before it.</summary>
    internal FilterNode Compare(FilterOperator comparison, object? value)
    {
        FilterNode filter = new FieldFilter(Field, comparison, value);
        for (var i = Path.Count - 2; i >= 0; i--)
            filter = new ObjectFilter(Path[i], filter);
        return filter;
    }
}
