using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace GraphQL.Language;

/// <summary>The text of a node as it grows, with the indentation of the current line.</summary>
/// <param name="separateDescribed">Whether an empty line stands before each member that has a description.</param>
internal sealed partial class SyntaxWriter(bool separateDescribed = false)
{
    // A list of arguments longer than this is written with one argument a line.
    private const int MaxLineLength = 80;

    private readonly StringBuilder _text = new();
    private int _level;

    public override string ToString() => _text.ToString();

    public void Write(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document:
                WriteSeparated(document.Definitions, "\n\n");
                break;
            case NameNode name:
                _text.Append(name.Value);
                break;
            case OperationDefinitionNode operation:
                WriteOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WriteDescription(fragment.Description);
                _text.Append("fragment ").Append(fragment.Name.Value).Append(" on ");
                Write(fragment.TypeCondition);
                WriteDirectives(fragment.Directives);
                _text.Append(' ');
                Write(fragment.SelectionSet);
                break;
            case VariableDefinitionNode variable:
                WriteVariableDefinition(variable);
                break;
            case SelectionSetNode selectionSet:
                WriteBlock(selectionSet.Selections);
                break;
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                _text.Append("...").Append(spread.Name.Value);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                WriteInlineFragment(fragment);
                break;
            case DirectiveNode directive:
                _text.Append('@').Append(directive.Name.Value);
                if (!directive.Arguments.IsEmpty)
                    WriteInline("(", directive.Arguments, ")", ", ");
                break;
            case ArgumentNode argument:
                _text.Append(argument.Name.Value).Append(": ");
                Write(argument.Value);
                break;
            case ObjectFieldNode field:
                _text.Append(field.Name.Value).Append(": ");
                Write(field.Value);
                break;
            case ValueNode value:
                WriteValue(value);
                break;
            case TypeNode type:
                WriteType(type);
                break;
            default:
                WriteTypeSystem(node);
                break;
        }
    }

    private void WriteOperation(OperationDefinitionNode operation)
    {
        var isShort = operation is { Operation: OperationType.Query, Name: null, Variables.IsEmpty: true, Directives.IsEmpty: true, Description: null };
        if (!isShort)
        {
            WriteDescription(operation.Description);
            _text.Append(operation.Operation.ToKeyword());
            if (operation.Name is not null)
                _text.Append(' ').Append(operation.Name.Value);
            else if (!operation.Variables.IsEmpty)
                _text.Append(' ');
            WriteVariableDefinitions(operation.Variables);
            WriteDirectives(operation.Directives);
            _text.Append(' ');
        }

        Write(operation.SelectionSet);
    }

    private void WriteVariableDefinitions(ImmutableArray<VariableDefinitionNode> variables)
    {
        if (variables.IsEmpty)
            return;
        var start = _text.Length;
        WriteInline("(", variables, ")", ", ");
        if (!IsSeveralLines(start))
            return;
        _text.Length = start;
        WriteInline("(\n", variables, "\n)", "\n");
    }

    private bool IsSeveralLines(int start)
    {
        for (var i = start; i < _text.Length; i++)
        {
            if (_text[i] == '\n')
                return true;
        }

        return false;
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        Write(variable.Variable);
        _text.Append(": ");
        Write(variable.Type);
        WriteDefault(variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteField(FieldNode field)
    {
        var start = _text.Length;
        if (field.Alias is not null)
            _text.Append(field.Alias.Value).Append(": ");
        _text.Append(field.Name.Value);
        WriteInParentheses(field.Arguments, start);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is not null)
        {
            _text.Append(' ');
            Write(field.SelectionSet);
        }
    }

    private void WriteInlineFragment(InlineFragmentNode fragment)
    {
        _text.Append("...");
        if (fragment.TypeCondition is not null)
        {
            _text.Append(" on ");
            Write(fragment.TypeCondition);
        }

        WriteDirectives(fragment.Directives);
        _text.Append(' ');
        Write(fragment.SelectionSet);
    }

    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                _text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode number:
                _text.Append(number.Text);
                break;
            case FloatValueNode number:
                _text.Append(number.Text);
                break;
            case StringValueNode { IsBlock: true } text:
                _text.Append(BlockString.Print(text.Value, Indentation(_level)));
                break;
            case StringValueNode text:
                WriteQuoted(text.Value);
                break;
            case BooleanValueNode boolean:
                _text.Append(boolean.Value ? "true" : "false");
                break;
            case NullValueNode:
                _text.Append("null");
                break;
            case EnumValueNode name:
                _text.Append(name.Value);
                break;
            case ListValueNode list:
                WriteInline("[", list.Items, "]", ", ");
                break;
            case ObjectValueNode { Fields.IsEmpty: true }:
                _text.Append("{}");
                break;
            case ObjectValueNode value2:
                WriteInline("{ ", value2.Fields, " }", ", ");
                break;
        }
    }

    private void WriteType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                _text.Append(named.Name.Value);
                break;
            case ListTypeNode list:
                _text.Append('[');
                WriteType(list.OfType);
                _text.Append(']');
                break;
            case NonNullTypeNode nonNull:
                WriteType(nonNull.OfType);
                _text.Append('!');
                break;
        }
    }

    private void WriteQuoted(string value)
    {
        _text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"':
                    _text.Append("\\\"");
                    break;
                case '\\':
                    _text.Append("\\\\");
                    break;
                case '\b':
                    _text.Append("\\b");
                    break;
                case '\f':
                    _text.Append("\\f");
                    break;
                case '\n':
                    _text.Append("\\n");
                    break;
                case '\r':
                    _text.Append("\\r");
                    break;
                case '\t':
                    _text.Append("\\t");
                    break;
                case < ' ' or (>= '\u007F' and <= '\u009F'):
                    _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
                    break;
                default:
                    _text.Append(character);
                    break;
            }
        }

        _text.Append('"');
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null)
            return;
        Write(description);
        NewLine();
    }

    private void WriteDirectives(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            _text.Append(' ');
            Write(directive);
        }
    }

    private void WriteDefault(ValueNode? value)
    {
        if (value is null)
            return;
        _text.Append(" = ");
        Write(value);
    }

    private void WriteInParentheses(ImmutableArray<ArgumentNode> arguments, int fieldStart)
    {
        if (arguments.IsEmpty)
            return;
        var start = _text.Length;
        WriteInline("(", arguments, ")", ", ");
        if (_text.Length - fieldStart <= MaxLineLength)
            return;
        _text.Length = start;
        WriteLines("(", arguments, ")");
    }

    private void WriteInline<T>(string open, ImmutableArray<T> items, string close, string separator)
        where T : SyntaxNode
    {
        _text.Append(open);
        WriteSeparated(items, separator);
        _text.Append(close);
    }

    private void WriteSeparated<T>(ImmutableArray<T> items, string separator)
        where T : SyntaxNode
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                _text.Append(separator);
            Write(items[i]);
        }
    }

    private void WriteBlock<T>(ImmutableArray<T> items)
        where T : SyntaxNode => WriteLines("{", items, "}");

    private void WriteLines<T>(string open, ImmutableArray<T> items, string close)
        where T : SyntaxNode
    {
        _text.Append(open);
        _level++;
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0 && separateDescribed && IsDescribed(items[i]))
                _text.Append('\n');
            NewLine();
            Write(items[i]);
        }

        _level--;
        NewLine();
        _text.Append(close);
    }

    private static bool IsDescribed(SyntaxNode node) => node is
        FieldDefinitionNode { Description: not null } or InputValueDefinitionNode { Description: not null } or EnumValueDefinitionNode { Description: not null };

    private void NewLine() => _text.Append('\n').Append(' ', _level * 2);

    private static string Indentation(int level) => new(' ', level * 2);
}
