using GraphQL.Language;

namespace GraphQL.TypeSystem.Rules;

/// <summary>The default of an input field may not, through further defaults, contain itself.</summary>
internal sealed class DefaultValueCycles(SchemaDefinition schema, SchemaErrors errors)
{
    private readonly HashSet<InputFieldDefinition> _visited = [];
    private readonly List<(string Coordinate, InputFieldDefinition Field)> _path = [];

    public void Check()
    {
        foreach (var type in schema.Types.OfType<InputObjectType>())
            FollowValue(type, new ObjectValueNode([]));
    }

    private void FollowValue(InputObjectType type, ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Items)
                FollowValue(type, item);
        }
        else if (value is ObjectValueNode input)
        {
            foreach (var field in type.Fields)
            {
                if (field.Type.Named is not InputObjectType fieldType)
                    continue;
                if (input.Fields.FirstOrDefault(given => given.Name.Value == field.Name) is { } given)
                    FollowValue(fieldType, given.Value);
                else
                    FollowDefault($"{type.Name}.{field.Name}", field, fieldType);
            }
        }
    }

    private void FollowDefault(string coordinate, InputFieldDefinition field, InputObjectType type)
    {
        if (field.DefaultValue is null)
            return;
        var start = _path.FindIndex(step => step.Field == field);
        if (start >= 0)
        {
            var via = string.Join(", ", _path.Skip(start + 1).Select(step => step.Coordinate));
            errors.Report(
                $"Invalid circular reference. The default value of Input Object field {coordinate} references itself{(via.Length == 0 ? "" : $" via the default values of: {via}")}.",
                [.. _path.Skip(start).Select(step => step.Field.Syntax.DefaultValueOf())]);
        }
        else if (_visited.Add(field))
        {
            _path.Add((coordinate, field));
            FollowValue(type, field.DefaultValue);
            _path.RemoveAt(_path.Count - 1);
        }
    }
}
