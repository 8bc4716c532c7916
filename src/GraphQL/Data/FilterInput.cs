using System.ComponentModel;
using System.Linq.Expressions;
using GraphQL.Execution;
using GraphQL.TypeSystem;

namespace GraphQL.Data;

/// <summary>The input object with the conditions on a type; generated code adds a field for each property that is declared.</summary>
/// <typeparam name="T">The type that is filtered.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FilterInput<T>
{
    private readonly TypeRegistry _types;
    private readonly InputObjectType _type;
    private readonly bool _isKnown;
    private readonly Dictionary<string, Func<object, FilterNode>> _readers = [];

    internal FilterInput(TypeRegistry types, string name)
    {
        _types = types;
        _type = types.Input(name);
        _isKnown = _type.Create is not null;
        if (_isKnown)
            return;
        _type.RuntimeType = typeof(FilterNode);
        _type.Description = "Conditions. All that are given must hold.";
        _type.Create = fields => FilterNode.All(fields.Select(field => Read(field.Key, field.Value)));
        OperationInputs.AddCombinations(_type);
    }

    /// <summary>Adds a property with a plain value.</summary>
    /// <typeparam name="TValue">The property's type.</typeparam>
    /// <param name="name">The name in the schema.</param>
    /// <param name="member">The name in C#.</param>
    /// <param name="typeName">The scalar's or enum's name.</param>
    /// <param name="isNullable">Whether it may be null.</param>
    /// <param name="access">Reads it, for query providers.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="decode">Turns a coerced value into the property's; null when it is that already.</param>
    public void Value<TValue>(
        string name,
        string member,
        string typeName,
        bool isNullable,
        Expression<Func<T, TValue>> access,
        Func<T, TValue> read,
        Func<object, object>? decode = null)
    {
        var field = new QueryField<T, TValue>(name, member, isNullable, access, read);
        Add(name, OperationInputs.Add(_types, typeName), value => Operations(field, value, decode));
    }

    /// <summary>Adds a property with an object.</summary>
    /// <typeparam name="TValue">The property's type.</typeparam>
    /// <param name="name">The name in the schema.</param>
    /// <param name="member">The name in C#.</param>
    /// <param name="filterName">The input object with the conditions on the object.</param>
    /// <param name="isNullable">Whether it may be null.</param>
    /// <param name="access">Reads it, for query providers.</param>
    /// <param name="read">Reads it.</param>
    public void Object<TValue>(
        string name, string member, string filterName, bool isNullable, Expression<Func<T, TValue>> access, Func<T, TValue> read)
    {
        var field = new QueryField<T, TValue>(name, member, isNullable, access, read);
        Add(name, filterName, value => new ObjectFilter(field, (FilterNode)value));
    }

    /// <summary>Adds a property with a list of plain values.</summary>
    /// <typeparam name="TItem">The item's type.</typeparam>
    /// <param name="name">The name in the schema.</param>
    /// <param name="member">The name in C#.</param>
    /// <param name="typeName">The scalar's or enum's name.</param>
    /// <param name="isNullable">Whether the list may be null.</param>
    /// <param name="isItemNullable">Whether an item may be null.</param>
    /// <param name="access">Reads it, for query providers.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="decode">Turns a coerced value into an item; null when it is one already.</param>
    public void Values<TItem>(
        string name,
        string member,
        string typeName,
        bool isNullable,
        bool isItemNullable,
        Expression<Func<T, IEnumerable<TItem>?>> access,
        Func<T, IEnumerable<TItem>?> read,
        Func<object, object>? decode = null)
    {
        var field = new QueryField<T, IEnumerable<TItem>?>(name, member, isNullable, access, read);
        var item = new QueryField<TItem, TItem>("", "", isItemNullable, static value => value, static value => value);
        var listName = $"List{OperationInputs.Name(typeName)}OperationFilterInput";
        OperationInputs.AddList(_types, listName, OperationInputs.Add(_types, typeName));
        Add(name, listName, value => Quantified(field, value, condition => Operations(item, condition, decode)));
    }

    /// <summary>Adds a property with a list of objects.</summary>
    /// <typeparam name="TItem">The item's type.</typeparam>
    /// <param name="name">The name in the schema.</param>
    /// <param name="member">The name in C#.</param>
    /// <param name="filterName">The input object with the conditions on an item.</param>
    /// <param name="isNullable">Whether the list may be null.</param>
    /// <param name="access">Reads it, for query providers.</param>
    /// <param name="read">Reads it.</param>
    public void Objects<TItem>(
        string name,
        string member,
        string filterName,
        bool isNullable,
        Expression<Func<T, IEnumerable<TItem>?>> access,
        Func<T, IEnumerable<TItem>?> read)
    {
        var field = new QueryField<T, IEnumerable<TItem>?>(name, member, isNullable, access, read);
        var listName = "ListFilterInputTypeOf" + filterName;
        OperationInputs.AddList(_types, listName, filterName);
        Add(name, listName, value => Quantified(field, value, condition => (FilterNode)condition));
    }

    private void Add(string name, string typeName, Func<object, FilterNode> read)
    {
        if (_isKnown)
            return;
        _type.Fields.Add(new(name, typeName));
        _readers.Add(name, read);
    }

    private FilterNode Read(string name, object? value) => name switch
    {
        "and" => FilterNode.All(Items(name, value).Cast<FilterNode>()),
        "or" => AnyOf(Items(name, value).Cast<FilterNode>()),
        _ => _readers[name](Given(name, value)),
    };

    private static FilterNode Operations(QueryField field, object given, Func<object, object>? decode)
    {
        var operations = (IReadOnlyDictionary<string, object?>)given;
        return FilterNode.All(operations.Select(operation => operation.Key switch
        {
            "and" => FilterNode.All(Items(operation.Key, operation.Value).Select(item => Operations(field, item, decode))),
            "or" => AnyOf(Items(operation.Key, operation.Value).Select(item => Operations(field, item, decode))),
            _ => new FieldFilter(field, OperationInputs.Operators[operation.Key], Operand(operation.Key, operation.Value, decode)),
        }));
    }

    private static object? Operand(string name, object? value, Func<object, object>? decode)
    {
        if (name is "in" or "nin")
            return Given(name, value) is List<object?> list ? list.ConvertAll(item => Decoded(item, decode)) : new List<object?> { Decoded(value, decode) };
        return Decoded(name is "eq" or "neq" ? value : Given(name, value), decode);
    }

    private static object? Decoded(object? value, Func<object, object>? decode)
    {
        try
        {
            return QueryValues.Normalize(value is null || decode is null ? value : decode(value));
        }
        catch (FormatException exception)
        {
            throw new GraphQLException(exception.Message, ErrorCodes.QueryInvalid, exception);
        }
    }

    private static FilterNode Quantified(QueryField field, object given, Func<object, FilterNode> condition) =>
        FilterNode.All(((IReadOnlyDictionary<string, object?>)given).Select(pair => pair.Key switch
        {
            "all" => new ListFilter(field, ListQuantifier.All, condition(Given(pair.Key, pair.Value))),
            "none" => new ListFilter(field, ListQuantifier.None, condition(Given(pair.Key, pair.Value))),
            "some" => new ListFilter(field, ListQuantifier.Some, condition(Given(pair.Key, pair.Value))),
            _ => new ListFilter(field, (bool)Given(pair.Key, pair.Value) ? ListQuantifier.Some : ListQuantifier.None, FilterNode.Everything),
        }));

    // An empty list of alternatives restricts nothing: it is what a form with nothing ticked sends.
    private static FilterNode AnyOf(IEnumerable<FilterNode> alternatives)
    {
        FilterNode[] all = [.. alternatives];
        return all.Length == 0 ? FilterNode.Everything : FilterNode.Any(all);
    }

    private static IEnumerable<object> Items(string name, object? value) =>
        Given(name, value) is List<object?> list ? list.Select(item => Given(name, item)) : [value!];

    private static object Given(string name, object? value) => value
        ?? throw new GraphQLException($"\"{name}\" must not be null in a filter; leave it out, or compare with eq: null.", ErrorCodes.QueryInvalid);
}
