using System.Collections.Immutable;
using GraphQL.SourceGeneration.Model;
using GraphQL.SourceGeneration.Reading;

namespace GraphQL.SourceGeneration.Composition;

/// <summary>Puts what the classes of an assembly say about each type together, and finds what contradicts.</summary>
internal sealed class Composer
{
    private readonly ImmutableArray<ClassModel> _classes;
    private readonly SchemaModel _schema = new();
    private readonly Dictionary<string, ComposedType> _types = [];
    private readonly Dictionary<string, SourceLocation> _origins = [];

    private Composer(ImmutableArray<ClassModel> classes, ImmutableArray<DataLoaderModel> loaders)
    {
        _classes = classes;
        _schema.DataLoaders.AddRange(loaders.Where(loader => loader.Diagnostics.Count == 0).OrderBy(loader => loader.QualifiedInterface, StringComparer.Ordinal));
        _schema.Diagnostics.AddRange(classes.SelectMany(model => model.Diagnostics));
        _schema.Diagnostics.AddRange(loaders.SelectMany(model => model.Diagnostics));
    }

    public static SchemaModel Compose(ImmutableArray<ClassModel> classes, ImmutableArray<DataLoaderModel> loaders)
    {
        var composer = new Composer([.. classes.OrderBy(model => model.Clr, StringComparer.Ordinal)], loaders);
        composer.Collect();
        composer.Extend();
        composer.AddRoots();
        composer.KeepReachable();
        new QueryComposer(composer._schema, composer._types).Run();
        SchemaChecks.Run(composer._schema);
        return composer._schema;
    }

    private void Collect()
    {
        foreach (var model in _classes.SelectMany(item => item.Types))
        {
            var key = model.Role == TypeRole.Input ? SchemaModel.InputKey(model.Key) : model.Key;
            if (!_types.TryGetValue(key, out var known) || (model.Role == TypeRole.Error && known.Role != TypeRole.Error))
                _types[key] = new ComposedType(model);
            if (model.IsExplicit)
                _origins[key] = model.Location;
        }
        foreach (var type in _types.Values)
            type.Fields.AddRange(type.Model.Fields.Select(field => new ComposedField(field, field.Authorization)));
    }

    private void Extend()
    {
        foreach (var model in _classes)
        {
            if (model.TargetKey is null || model.Role == ClassRole.ExplicitType || !_types.TryGetValue(model.TargetKey, out var type))
                continue;
            _origins[model.TargetKey] = model.Location;
            type.Role = model.Role switch
            {
                ClassRole.Interface => TypeRole.Interface,
                ClassRole.Union => TypeRole.Union,
                _ => type.Role,
            };
            type.Name = model.Name ?? type.Name;
            if (model.Documentation.Text is not null)
                type.Documentation = model.Documentation;
            Extend(type, model);
            if (model.Role == ClassRole.Interface)
            {
                foreach (var member in type.Model.Members.Where(_types.ContainsKey))
                    Extend(_types[member], model);
            }
        }
        foreach (var type in _types.Values.Where(candidate => candidate.Role == TypeRole.Interface))
        {
            foreach (var member in type.Model.Members.Where(_types.ContainsKey))
                _types[member].Implements.Add(type.Model.Key);
        }
    }

    private void Extend(ComposedType type, ClassModel model)
    {
        foreach (var ignored in model.IgnoredMembers)
            type.Fields.RemoveAll(field => field.Model.Member == ignored && field.Model.Form == ResolverForm.Property);
        foreach (var field in model.Fields)
        {
            type.Fields.RemoveAll(other => other.Model.Form == ResolverForm.Property
                && (other.Model.Name == field.Name || other.Model.Member == field.Binds));
            type.Fields.Add(new ComposedField(field, field.Authorization));
        }
        if (model.Authorization is { } rule)
        {
            for (var i = 0; i < type.Fields.Count; i++)
                type.Fields[i] = type.Fields[i] with { Authorization = type.Fields[i].Authorization ?? rule };
        }
        if (model.IsNode || model.NodeResolvers.Count > 0)
            AddNode(type, model);
    }

    private void AddNode(ComposedType type, ClassModel model)
    {
        // The members of an interface are told what the interface is told, and only once what is wrong with it.
        if (model.TargetKey != type.Model.Key)
            return;
        var id = type.Fields.FindIndex(field => field.Model.Name == "id");
        if (model.Role != ClassRole.ObjectExtension || model.NodeResolvers.Count != 1 || id < 0 || !Loads(model.NodeResolvers[0], type.Model.Key))
        {
            _schema.Diagnostics.Add(DiagnosticModel.Create(GraphQLDiagnostics.InvalidNode, model.Location, type.Name));
            return;
        }
        MakeNode(type, model.NodeResolvers[0], model.Authorization);
    }

    private void MakeNode(ComposedType type, FieldModel resolver, AuthorizationModel? rule)
    {
        var id = type.Fields.FindIndex(field => field.Model.Name == "id");
        if (id >= 0 && type.Fields[id].Model is { Shape: { Kind: ShapeKind.Scalar } shape } field)
        {
            var identity = shape with { Name = "ID", IdentityOf = type.Model.Key, Nullable = false };
            type.Fields[id] = type.Fields[id] with { Model = field with { Shape = identity } };
        }
        type.IsNode = true;
        _schema.Nodes.Add(new ComposedNode(type.Model.Key, resolver, resolver.Authorization ?? rule));
    }

    private static bool Loads(FieldModel resolver, string key) =>
        resolver.Shape is { Kind: ShapeKind.Object } shape && shape.Name == key
        && resolver.Arguments.Count() == 1 && resolver.Arguments.All(IsIdentifier)
        && resolver.Parameters.All(parameter => parameter.Kind != ParameterKind.Parent);

    private static bool IsIdentifier(ParameterModel parameter) =>
        parameter.Shape is { Kind: ShapeKind.Scalar, IsOptional: false, Clr: "string" or "int" or "long" or "global::System.Guid" };

    private void AddRoots()
    {
        foreach (var (role, name) in new[]
        {
            (ClassRole.Query, "Query"), (ClassRole.Mutation, "Mutation"), (ClassRole.Subscription, "Subscription"),
        })
        {
            var fields = _classes.Where(model => model.Role == role)
                .SelectMany(model => model.Fields.Select(field => new ComposedField(field, field.Authorization ?? model.Authorization)))
                .ToList();
            if (fields.Count > 0)
                _schema.Roots.Add(new ComposedRoot(role, name, fields));
        }
        foreach (var model in _classes.Where(model => model.Role is ClassRole.Query or ClassRole.Mutation or ClassRole.Subscription))
        {
            foreach (var resolver in model.NodeResolvers)
            {
                if (model.Role == ClassRole.Query && resolver.Shape is { Kind: ShapeKind.Object } shape && _types.TryGetValue(shape.Name, out var type) && Loads(resolver, shape.Name))
                    MakeNode(type, resolver, model.Authorization);
                else
                    _schema.Diagnostics.Add(DiagnosticModel.Create(GraphQLDiagnostics.InvalidNode, resolver.Location, resolver.Member));
            }
        }
    }

    private void KeepReachable()
    {
        var reached = new HashSet<string>();
        var waiting = new Queue<string>(_origins.Keys.OrderBy(key => key, StringComparer.Ordinal));
        foreach (var field in _schema.Roots.SelectMany(root => root.Fields))
            Follow(field, waiting);
        while (waiting.Count > 0)
        {
            var key = waiting.Dequeue();
            if (!_types.TryGetValue(key, out var type) || !reached.Add(key))
                continue;
            _schema.Types.Add(type);
            _schema.Names[key] = type.Name;
            foreach (var field in type.Fields)
                Follow(field, waiting);
            foreach (var field in type.Model.InputFields)
                Follow(field.Shape, waiting);
            foreach (var related in type.Model.Members.Concat(type.Implements))
                waiting.Enqueue(related);
        }
        _schema.Types.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
    }

    private void Follow(ComposedField field, Queue<string> waiting)
    {
        Follow(field.Model.Shape, waiting);
        foreach (var argument in field.Model.Arguments)
            Follow(argument.Shape, waiting);
        foreach (var error in field.Model.Errors)
            waiting.Enqueue(error.Key);
        if (field.Model is { Paging: { } paging, Shape: { Item: { } node } })
            AddConnection(ConnectionName(field.Model), node, paging.IncludeTotalCount);
    }

    public static string ConnectionName(FieldModel field) => field.Paging?.ConnectionName ?? Names.Pascal(field.Name);

    private static void Follow(TypeShape? shape, Queue<string> waiting)
    {
        if (shape?.Leaf is { Kind: ShapeKind.Enum or ShapeKind.Object or ShapeKind.Input } leaf)
            waiting.Enqueue(leaf.Kind == ShapeKind.Input ? SchemaModel.InputKey(leaf.Name) : leaf.Name);
    }

    private void AddConnection(string name, TypeShape node, bool includeTotalCount)
    {
        var index = _schema.Connections.FindIndex(connection => connection.Name == name && connection.Node == node);
        if (index < 0)
            _schema.Connections.Add(new ComposedConnection(name, node, includeTotalCount));
        else if (includeTotalCount)
            _schema.Connections[index] = _schema.Connections[index] with { IncludeTotalCount = true };
    }
}
