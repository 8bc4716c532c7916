using System.Linq.Expressions;
using System.Text.Json;

namespace GraphQL.Data;

/// <summary>A property that clients may filter or sort by.</summary>
public abstract class QueryField
{
    private protected QueryField(string name, string member, Type valueType, bool isNullable)
    {
        Name = name;
        Member = member;
        ValueType = valueType;
        IsNullable = isNullable;
    }

    /// <summary>The name in the schema.</summary>
    public string Name { get; }

    /// <summary>The name in C#, by which a read model knows its column; empty for the item of a list of plain values.</summary>
    public string Member { get; }

    /// <summary>The property's C# type.</summary>
    public Type ValueType { get; }

    /// <summary>Whether the property may be null.</summary>
    public bool IsNullable { get; }

    internal abstract LambdaExpression Access { get; }

    internal abstract object? Read(object owner);

    /// <summary>A value as a captured variable, which query providers send as a parameter.</summary>
    internal abstract Expression Parameter(object? value);

    internal abstract Expression IsAmong(Expression access, IReadOnlyList<object?> values);

    internal abstract object? Parse(JsonElement json);
}

/// <summary>A property that clients may filter or sort by.</summary>
/// <typeparam name="TOwner">The type that has the property.</typeparam>
/// <typeparam name="TValue">The property's type.</typeparam>
public sealed class QueryField<TOwner, TValue> : QueryField
{
    private readonly Func<TOwner, TValue> _read;

    /// <summary>Describes a property.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="member">The name in C#.</param>
    /// <param name="isNullable">Whether it may be null.</param>
    /// <param name="access">Reads it, for query providers to translate.</param>
    /// <param name="read">Reads it.</param>
    public QueryField(string name, string member, bool isNullable, Expression<Func<TOwner, TValue>> access, Func<TOwner, TValue> read)
        : base(name, member, typeof(TValue), isNullable)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(read);
        Access = access;
        _read = read;
    }

    internal override LambdaExpression Access { get; }

    internal override object? Read(object owner) => _read((TOwner)owner);

    internal override Expression Parameter(object? value)
    {
        var captured = (TValue)value!;
        Expression<Func<TValue>> parameter = () => captured;
        return parameter.Body;
    }

    internal override Expression IsAmong(Expression access, IReadOnlyList<object?> values)
    {
        var captured = values.Where(value => value is not null || default(TValue) is null).Select(value => (TValue)value!).ToList();
        Expression<Func<TValue, bool>> isAmong = item => captured.Contains(item);
        return ParameterReplacer.Apply(isAmong, access);
    }

    internal override object? Parse(JsonElement json) => json.Deserialize<TValue>();
}
