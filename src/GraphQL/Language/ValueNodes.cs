using System.Collections.Immutable;

namespace GraphQL.Language;

/// <summary>A literal value or a variable.</summary>
/// <param name="span">Where it stands.</param>
public abstract class ValueNode(SourceSpan span) : SyntaxNode(span);

/// <summary>A variable, <c>$name</c>.</summary>
/// <param name="name">Its name, without the dollar sign.</param>
/// <param name="span">Where it stands.</param>
public sealed class VariableNode(NameNode name, SourceSpan span = default) : ValueNode(span)
{
    /// <summary>Its name, without the dollar sign.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A whole number, of any size.</summary>
/// <param name="text">The digits as written.</param>
/// <param name="span">Where it stands.</param>
public sealed class IntValueNode(string text, SourceSpan span = default) : ValueNode(span)
{
    /// <summary>The digits as written.</summary>
    public string Text { get; } = text;
}

/// <summary>A number with a fraction or an exponent.</summary>
/// <param name="text">The number as written.</param>
/// <param name="span">Where it stands.</param>
public sealed class FloatValueNode(string text, SourceSpan span = default) : ValueNode(span)
{
    /// <summary>The number as written.</summary>
    public string Text { get; } = text;
}

/// <summary>A string, its escapes resolved.</summary>
/// <param name="value">The text.</param>
/// <param name="isBlock">Whether it is written between three quotation marks.</param>
/// <param name="span">Where it stands.</param>
public sealed class StringValueNode(string value, bool isBlock = false, SourceSpan span = default) : ValueNode(span)
{
    /// <summary>The text, its escapes resolved and a block's indentation removed.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it is written between three quotation marks.</summary>
    public bool IsBlock { get; } = isBlock;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
/// <param name="value">The value.</param>
/// <param name="span">Where it stands.</param>
public sealed class BooleanValueNode(bool value, SourceSpan span = default) : ValueNode(span)
{
    /// <summary>The value.</summary>
    public bool Value { get; } = value;
}

/// <summary><c>null</c>.</summary>
/// <param name="span">Where it stands.</param>
public sealed class NullValueNode(SourceSpan span = default) : ValueNode(span);

/// <summary>The name of an enum value.</summary>
/// <param name="value">The name.</param>
/// <param name="span">Where it stands.</param>
public sealed class EnumValueNode(string value, SourceSpan span = default) : ValueNode(span)
{
    /// <summary>The name.</summary>
    public string Value { get; } = value;
}

/// <summary>A list of values.</summary>
/// <param name="items">The items.</param>
/// <param name="span">Where it stands.</param>
public sealed class ListValueNode(ImmutableArray<ValueNode> items, SourceSpan span = default) : ValueNode(span)
{
    /// <summary>The items.</summary>
    public ImmutableArray<ValueNode> Items { get; } = items;
}

/// <summary>An input object.</summary>
/// <param name="fields">Its fields, in the order written.</param>
/// <param name="span">Where it stands.</param>
public sealed class ObjectValueNode(ImmutableArray<ObjectFieldNode> fields, SourceSpan span = default) : ValueNode(span)
{
    /// <summary>Its fields, in the order written.</summary>
    public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>A field of an input object.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its value.</param>
/// <param name="span">Where it stands.</param>
public sealed class ObjectFieldNode(NameNode name, ValueNode value, SourceSpan span = default) : SyntaxNode(span)
{
    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its value.</summary>
    public ValueNode Value { get; } = value;
}
