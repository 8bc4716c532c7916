namespace GraphQL.TypeSystem.Rules;

/// <summary>
/// An input object must be one a client can write down: fields that must be given may not lead back to their own type without end.
/// First the types that can be written down are found, from the leaves up; what is left is reported with its cycle.
/// </summary>
internal sealed class InputObjectCycles(SchemaDefinition schema, SchemaErrors errors)
{
    private readonly HashSet<InputObjectType> _finite = [];
    private readonly HashSet<InputObjectType> _visited = [];
    private readonly List<(InputObjectType Type, InputFieldDefinition Field)> _path = [];

    public void Check()
    {
        var types = schema.Types.OfType<InputObjectType>().ToList();
        while (types.Any(type => !_finite.Contains(type) && IsFinite(type) && _finite.Add(type)))
        {
        }

        foreach (var type in types.Where(type => !_finite.Contains(type)))
            Search(type);
    }

    private bool IsFinite(InputObjectType type) => type.IsOneOf
        ? type.Fields.Count == 0 || type.Fields.Any(field => Target(type, field) is not { } target || _finite.Contains(target))
        : type.Fields.All(field => Target(type, field) is not { } target || _finite.Contains(target));

    private void Search(InputObjectType type)
    {
        if (!_visited.Add(type))
            return;
        foreach (var field in type.Fields)
        {
            if (Target(type, field) is not { } target || _finite.Contains(target))
                continue;
            _path.Add((type, field));
            var start = _path.FindIndex(step => step.Type == target);
            if (start < 0)
                Search(target);
            else
                Report(target, _path[start..]);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Report(InputObjectType type, List<(InputObjectType Type, InputFieldDefinition Field)> cycle) => errors.Report(
        $"Input Object {type.Name} cannot be provided a finite value because it references itself through fields: {string.Join(", ", cycle.Select(step => $"{step.Type.Name}.{step.Field.Name}"))}.",
        [.. cycle.Select(step => step.Field.Syntax)]);

    private static InputObjectType? Target(InputObjectType type, InputFieldDefinition field) =>
        type.IsOneOf ? field.Type as InputObjectType : (field.Type as NonNullType)?.OfType as InputObjectType;
}
