using GraphQL.SourceGeneration.Model;

namespace GraphQL.SourceGeneration.Composition;

/// <summary>All types of an assembly, put together, named and ready to be written.</summary>
internal sealed class SchemaModel
{
    public List<ComposedType> Types { get; } = [];

    public List<ComposedConnection> Connections { get; } = [];

    public List<ComposedNode> Nodes { get; } = [];

    public List<ComposedRoot> Roots { get; } = [];

    public List<DataLoaderModel> DataLoaders { get; } = [];

    public List<DiagnosticModel> Diagnostics { get; } = [];

    public List<ComposedQueryInput> Filters { get; } = [];

    public List<ComposedQueryInput> Sorts { get; } = [];

    /// <summary>By the key of a type, the property that tells its objects apart in a paged list.</summary>
    public Dictionary<string, FieldModel> Identities { get; } = [];

    /// <summary>Names of the schema by key, those of input objects with <see cref="InputKey"/>.</summary>
    public Dictionary<string, string> Names { get; } = [];

    public static string InputKey(string key) => "input " + key;
}

/// <summary>A named type with what other classes add to it.</summary>
internal sealed class ComposedType(TypeModel model)
{
    public TypeModel Model { get; } = model;

    public TypeRole Role { get; set; } = model.Role;

    public string Name { get; set; } = model.Name;

    public Documentation Documentation { get; set; } = model.Documentation;

    public bool IsNode { get; set; }

    public List<ComposedField> Fields { get; } = [];

    public List<string> Implements { get; } = [];

    public HashSet<string> Ignored { get; } = [];
}

/// <summary>A field with the rule that holds for it.</summary>
internal sealed record ComposedField(FieldModel Model, AuthorizationModel? Authorization);

/// <summary>The fields that one assembly adds to query, mutation or subscription.</summary>
internal sealed record ComposedRoot(ClassRole Role, string TypeName, List<ComposedField> Fields);

/// <summary>The connection and edge types of a paged field.</summary>
internal sealed record ComposedConnection(string Name, TypeShape Node, bool IncludeTotalCount);

/// <summary>The input object with what a type may be filtered or sorted by.</summary>
internal sealed record ComposedQueryInput(string Key, string Name, List<FieldModel> Fields, SourceLocation Location);

/// <summary>How a node is loaded by its identifier.</summary>
internal sealed record ComposedNode(string Key, FieldModel Resolver, AuthorizationModel? Authorization);
