using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>
/// One rule of the specification's section 5. The walker calls the rule at each node on its single way through the document; a rule
/// overrides what it needs. A rule is made anew for each document and may keep state.
/// </summary>
internal abstract class ValidationRule
{
    /// <summary>The rule's stable code, reported with each of its errors.</summary>
    public abstract string Code { get; }

    /// <summary>The heading of the specification that states the rule, as its anchor.</summary>
    protected abstract string Section { get; }

    /// <summary>The edition of the specification that has the heading.</summary>
    protected virtual string Edition => "September2025";

    protected ValidationContext Context { get; private set; } = null!;

    public void Begin(ValidationContext context) => Context = context;

    public virtual void EnterDocument(DocumentNode document)
    {
    }

    public virtual void LeaveDocument(DocumentNode document)
    {
    }

    public virtual void EnterOperation(OperationDefinitionNode operation)
    {
    }

    public virtual void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
    }

    public virtual void EnterVariableDefinition(VariableDefinitionNode variable)
    {
    }

    public virtual void EnterSelectionSet(SelectionSetNode selectionSet)
    {
    }

    public virtual void EnterField(FieldNode field)
    {
    }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread)
    {
    }

    public virtual void EnterInlineFragment(InlineFragmentNode fragment)
    {
    }

    public virtual void EnterDirectives(ImmutableArray<DirectiveNode> directives, DirectiveLocation location)
    {
    }

    public virtual void EnterArguments(ImmutableArray<ArgumentNode> arguments)
    {
    }

    /// <summary>Called for a whole value, not for the values inside it.</summary>
    public virtual void EnterValue(ValueNode value, GraphQLType? type)
    {
    }

    public virtual void EnterObjectValue(ObjectValueNode value)
    {
    }

    public virtual void EnterNamedType(NamedTypeNode type)
    {
    }

    protected void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) => Context.Report(message, Code, $"{Edition}/#{Section}", nodes);
}
