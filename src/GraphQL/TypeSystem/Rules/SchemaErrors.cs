namespace GraphQL.TypeSystem.Rules;

/// <summary>What is wrong with a schema, gathered so that a person sees all of it at once.</summary>
internal sealed class SchemaErrors
{
    private readonly List<GraphQLError> _errors = [];

    public bool Any => _errors.Count > 0;

    public IReadOnlyList<GraphQLError> All => _errors;

    public void Report(string message, params ReadOnlySpan<SyntaxReference?> places)
    {
        var locations = new List<Location>();
        foreach (var place in places)
        {
            if (place is not null)
                locations.Add(place.Location);
        }

        _errors.Add(GraphQLError.WithCode(message, SchemaErrorCodes.InvalidSchema, [.. locations]));
    }

    public void ThrowIfAny()
    {
        if (Any)
            throw new SchemaException(_errors);
    }
}
