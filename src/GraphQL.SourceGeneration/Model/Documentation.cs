namespace GraphQL.SourceGeneration.Model;

/// <summary>
/// A description, or where to find it: the compiler gives no comments of other assemblies, those are read from their documentation files.
/// </summary>
/// <param name="Text">The description, when the source or an attribute gave it.</param>
/// <param name="Id">The documentation id to look up otherwise.</param>
/// <param name="Parameter">The parameter under that id, or null for its summary.</param>
internal sealed record Documentation(string? Text, string? Id = null, string? Parameter = null)
{
    public static Documentation None { get; } = new((string?)null);
}
