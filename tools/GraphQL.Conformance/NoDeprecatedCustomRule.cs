using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.TypeSystem;
using GraphQL.Validation;

namespace GraphQL.Conformance;

/// <summary>The reference's optional rule that nothing deprecated is used. A server has no use for it: clients ask their own tools.</summary>
internal sealed class NoDeprecatedCustomRule : ValidationRule
{
    public override string Code => "NO_DEPRECATED_CUSTOM";

    protected override string Section => "sec--deprecated";

    public override void EnterField(FieldNode field)
    {
        if (Context.Field is { DeprecationReason: { } reason, DeclaringType: { } type } definition)
            Report($"The field {type.Name}.{definition.Name} is deprecated. {reason}", field);
    }

    public override void EnterArguments(ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var argument in arguments)
        {
            if (Context.ArgumentDefinitions?.TryGet(argument.Name.Value, out var definition) == true && definition is { DeprecationReason: { } reason })
                Report($"The argument \"{definition.Name}\" is deprecated. {reason}", argument);
        }
    }

    public override void EnterValue(ValueNode value, GraphQLType? type)
    {
        switch (value, type?.Named)
        {
            case (ListValueNode list, _):
                foreach (var item in list.Items)
                    EnterValue(item, type);
                break;
            case (ObjectValueNode given, InputObjectType input):
                foreach (var field in given.Fields)
                    EnterInputField(field, input);
                break;
            case (EnumValueNode name, EnumType enumType):
                if (enumType.Values.TryGet(name.Value, out var known) && known is { DeprecationReason: { } reason })
                    Report($"The enum value \"{enumType.Name}.{known.Name}\" is deprecated. {reason}", name);
                break;
        }
    }

    private void EnterInputField(ObjectFieldNode field, InputObjectType type)
    {
        if (!type.Fields.TryGet(field.Name.Value, out var definition))
            return;
        if (definition.DeprecationReason is { } reason)
            Report($"The input field {type.Name}.{definition.Name} is deprecated. {reason}", field);
        EnterValue(field.Value, definition.Type);
    }
}
