using System.ComponentModel;
using System.Linq.Expressions;
using GraphQL.Execution;
using GraphQL.TypeSystem;

namespace GraphQL.Data;

/// <summary>The input object with what a type may be sorted by; generated code adds a field for each property that is declared.</summary>
/// <typeparam name="T">The type that is sorted.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SortInput<T>
{
    private readonly InputObjectType _type;
    private readonly bool _isKnown;
    private readonly Dictionary<string, Func<object, IEnumerable<SortKey>>> _readers = [];

    internal SortInput(TypeRegistry types, string name)
    {
        AddDirections(types);
        _type = types.Input(name);
        _isKnown = _type.Create is not null;
        if (_isKnown)
            return;
        _type.RuntimeType = typeof(SortKeys);
        _type.Description = "What to sort by. Of several fields the first is the most important.";
        _type.Create = fields => new SortKeys([.. fields.SelectMany(field => Read(field.Key, field.Value))]);
    }

    /// <summary>Adds a property with a plain value.</summary>
    /// <typeparam name="TValue">The property's type.</typeparam>
    /// <param name="name">The name in the schema.</param>
    /// <param name="member">The name in C#.</param>
    /// <param name="isNullable">Whether it may be null.</param>
    /// <param name="access">Reads it, for query providers.</param>
    /// <param name="read">Reads it.</param>
    public void Value<TValue>(string name, string member, bool isNullable, Expression<Func<T, TValue>> access, Func<T, TValue> read)
    {
        var field = new QueryField<T, TValue>(name, member, isNullable, access, read);
        Add(name, "SortEnumType", value => [new SortKey([field], (SortDirection)value)]);
    }

    /// <summary>Adds a property with an object, which is never null.</summary>
    /// <typeparam name="TValue">The property's type.</typeparam>
    /// <param name="name">The name in the schema.</param>
    /// <param name="member">The name in C#.</param>
    /// <param name="sortName">The input object with what the object may be sorted by.</param>
    /// <param name="access">Reads it, for query providers.</param>
    /// <param name="read">Reads it.</param>
    public void Object<TValue>(string name, string member, string sortName, Expression<Func<T, TValue>> access, Func<T, TValue> read)
    {
        var field = new QueryField<T, TValue>(name, member, false, access, read);
        Add(name, sortName, value => ((SortKeys)value).Keys.Select(key => key with { Path = [field, .. key.Path] }));
    }

    private void Add(string name, string typeName, Func<object, IEnumerable<SortKey>> read)
    {
        if (_isKnown)
            return;
        _type.Fields.Add(new(name, typeName));
        _readers.Add(name, read);
    }

    private IEnumerable<SortKey> Read(string name, object? value) => _readers[name](
        value ?? throw new GraphQLException($"\"{name}\" must not be null in an order; leave it out.", ErrorCodes.QueryInvalid));

    private static void AddDirections(TypeRegistry types)
    {
        var type = types.Enum("SortEnumType");
        if (type.Values.Count > 0)
            return;
        type.Description = "From which end a list is sorted.";
        type.RuntimeType = typeof(SortDirection);
        type.Values.Add(new("ASC", SortDirection.Asc) { Description = "The least first; null comes last." });
        type.Values.Add(new("DESC", SortDirection.Desc) { Description = "The greatest first; null comes first." });
    }
}
