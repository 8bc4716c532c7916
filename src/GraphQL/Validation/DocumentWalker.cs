using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>
/// Goes once through a document, keeps track of where in the schema each node stands, and tells every rule. It never follows a fragment
/// spread, so the parser's depth limit bounds its recursion.
/// </summary>
internal sealed class DocumentWalker(ValidationContext context, IReadOnlyList<ValidationRule> rules)
{
    private DefinitionUsages _usages = new();

    public void Walk()
    {
        foreach (var rule in rules)
            rule.EnterDocument(context.Document);
        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsFull)
                return;
            _usages = context.UsagesOf(definition);
            if (definition is OperationDefinitionNode operation)
                VisitOperation(operation);
            else if (definition is FragmentDefinitionNode fragment)
                VisitFragmentDefinition(fragment);
            else if (definition is TypeSystemDefinitionNode typeSystem)
                VisitTypeSystemDefinition(typeSystem);
        }

        foreach (var rule in rules)
        {
            if (!context.IsFull)
                rule.LeaveDocument(context.Document);
        }
    }

    private void VisitOperation(OperationDefinitionNode operation)
    {
        context.ParentType = context.Schema.GetRootType(operation.Operation);
        foreach (var rule in rules)
            rule.EnterOperation(operation);
        foreach (var variable in operation.Variables)
            VisitVariableDefinition(variable);
        VisitDirectives(operation.Directives, operation.Operation switch
        {
            OperationType.Query => DirectiveLocation.Query,
            OperationType.Mutation => DirectiveLocation.Mutation,
            _ => DirectiveLocation.Subscription,
        });
        VisitSelectionSet(operation.SelectionSet);
    }

    private void VisitFragmentDefinition(FragmentDefinitionNode fragment)
    {
        context.ParentType = OutputType(fragment.TypeCondition);
        foreach (var rule in rules)
            rule.EnterFragmentDefinition(fragment);
        VisitNamedType(fragment.TypeCondition);
        VisitDirectives(fragment.Directives, DirectiveLocation.FragmentDefinition);
        VisitSelectionSet(fragment.SelectionSet);
    }

    // Such a document is not executable in any case; its author is told of unknown names and directives in it as well.
    private void VisitTypeSystemDefinition(TypeSystemDefinitionNode definition)
    {
        context.Field = null;
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                VisitDirectives(schema.Directives, DirectiveLocation.Schema);
                foreach (var operation in schema.OperationTypes)
                    VisitNamedType(operation.Type);
                break;
            case DirectiveDefinitionNode directive:
                VisitInputValues(directive.Arguments, DirectiveLocation.ArgumentDefinition);
                break;
            case ComplexTypeDefinitionNode complex:
                foreach (var parent in complex.Interfaces)
                    VisitNamedType(parent);
                VisitDirectives(complex.Directives, complex is ObjectTypeDefinitionNode ? DirectiveLocation.Object : DirectiveLocation.Interface);
                foreach (var field in complex.Fields)
                {
                    VisitInputValues(field.Arguments, DirectiveLocation.ArgumentDefinition);
                    VisitNamedType(field.Type.Named);
                    VisitDirectives(field.Directives, DirectiveLocation.FieldDefinition);
                }

                break;
            case UnionTypeDefinitionNode union:
                VisitDirectives(union.Directives, DirectiveLocation.Union);
                foreach (var member in union.Types)
                    VisitNamedType(member);
                break;
            case EnumTypeDefinitionNode enumType:
                VisitDirectives(enumType.Directives, DirectiveLocation.Enum);
                foreach (var value in enumType.Values)
                    VisitDirectives(value.Directives, DirectiveLocation.EnumValue);
                break;
            case InputObjectTypeDefinitionNode input:
                VisitDirectives(input.Directives, DirectiveLocation.InputObject);
                VisitInputValues(input.Fields, DirectiveLocation.InputFieldDefinition);
                break;
            case ScalarTypeDefinitionNode scalar:
                VisitDirectives(scalar.Directives, DirectiveLocation.Scalar);
                break;
        }
    }

    private void VisitInputValues(ImmutableArray<InputValueDefinitionNode> values, DirectiveLocation location)
    {
        foreach (var value in values)
        {
            VisitNamedType(value.Type.Named);
            VisitDirectives(value.Directives, location);
        }
    }

    private void VisitVariableDefinition(VariableDefinitionNode variable)
    {
        foreach (var rule in rules)
            rule.EnterVariableDefinition(variable);
        VisitNamedType(variable.Type.Named);
        if (variable.DefaultValue is not null)
        {
            var type = context.Schema.TypeFromSyntax(variable.Type);
            VisitValue(variable.DefaultValue, type is { IsInput: true } ? type : null, hasLocationDefault: false);
        }

        VisitDirectives(variable.Directives, DirectiveLocation.VariableDefinition);
    }

    private void VisitSelectionSet(SelectionSetNode selectionSet)
    {
        if (context.IsFull)
            return;
        foreach (var rule in rules)
            rule.EnterSelectionSet(selectionSet);
        var parentType = context.ParentType;
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    VisitField(field);
                    break;
                case FragmentSpreadNode spread:
                    VisitFragmentSpread(spread);
                    break;
                case InlineFragmentNode fragment:
                    VisitInlineFragment(fragment);
                    break;
            }

            context.ParentType = parentType;
        }
    }

    private void VisitField(FieldNode field)
    {
        context.Field = context.ParentType is null ? null : context.Schema.GetField(context.ParentType, field.Name.Value);
        foreach (var rule in rules)
            rule.EnterField(field);
        VisitArguments(field.Arguments);
        VisitDirectives(field.Directives, DirectiveLocation.Field);
        if (field.SelectionSet is null)
            return;
        context.ParentType = context.Field?.Type.Named is { IsComposite: true } type ? type : null;
        VisitSelectionSet(field.SelectionSet);
    }

    private void VisitFragmentSpread(FragmentSpreadNode spread)
    {
        _usages.Spreads.Add(spread);
        foreach (var rule in rules)
            rule.EnterFragmentSpread(spread);
        VisitDirectives(spread.Directives, DirectiveLocation.FragmentSpread);
    }

    private void VisitInlineFragment(InlineFragmentNode fragment)
    {
        foreach (var rule in rules)
            rule.EnterInlineFragment(fragment);
        if (fragment.TypeCondition is not null)
        {
            VisitNamedType(fragment.TypeCondition);
            context.ParentType = OutputType(fragment.TypeCondition);
        }

        VisitDirectives(fragment.Directives, DirectiveLocation.InlineFragment);
        VisitSelectionSet(fragment.SelectionSet);
    }

    private void VisitDirectives(ImmutableArray<DirectiveNode> directives, DirectiveLocation location)
    {
        if (directives.IsEmpty)
            return;
        var field = context.Field;
        foreach (var rule in rules)
            rule.EnterDirectives(directives, location);
        foreach (var directive in directives)
        {
            context.DirectiveNode = directive;
            context.Directive = context.Schema.GetDirective(directive.Name.Value);
            VisitArguments(directive.Arguments);
        }

        context.DirectiveNode = null;
        context.Directive = null;
        context.Field = field;
    }

    private void VisitArguments(ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var rule in rules)
            rule.EnterArguments(arguments);
        foreach (var argument in arguments)
        {
            ArgumentDefinition? definition = null;
            context.ArgumentDefinitions?.TryGet(argument.Name.Value, out definition);
            VisitValue(argument.Value, definition?.Type is { IsInput: true } type ? type : null, definition?.DefaultValue is not null);
        }
    }

    private void VisitNamedType(NamedTypeNode type)
    {
        foreach (var rule in rules)
            rule.EnterNamedType(type);
    }

    private void VisitValue(ValueNode value, GraphQLType? type, bool hasLocationDefault)
    {
        foreach (var rule in rules)
            rule.EnterValue(value, type);
        VisitInsideValue(value, type, hasLocationDefault, oneOf: null);
    }

    private void VisitInsideValue(ValueNode value, GraphQLType? type, bool hasLocationDefault, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableNode variable:
                _usages.Variables.Add(new VariableUsage(variable, type, hasLocationDefault, oneOf));
                break;
            case ListValueNode list:
                // A place that expects no list takes the items as its own: what is wrong is reported by the rule on values.
                var itemType = type?.Nullable is ListType listType ? listType.OfType : type;
                foreach (var item in list.Items)
                    VisitInsideValue(item, itemType, hasLocationDefault: false, oneOf: null);
                break;
            case ObjectValueNode input:
                VisitInsideObject(input, type?.Named as InputObjectType);
                break;
        }
    }

    private void VisitInsideObject(ObjectValueNode input, InputObjectType? type)
    {
        foreach (var rule in rules)
            rule.EnterObjectValue(input);
        foreach (var field in input.Fields)
        {
            InputFieldDefinition? definition = null;
            type?.Fields.TryGet(field.Name.Value, out definition);
            VisitInsideValue(field.Value, definition?.Type, definition?.DefaultValue is not null, type is { IsOneOf: true } ? type : null);
        }
    }

    private NamedType? OutputType(NamedTypeNode node) =>
        context.Schema.TryGetType(node.Name.Value, out var type) && type.IsComposite ? type : null;
}
