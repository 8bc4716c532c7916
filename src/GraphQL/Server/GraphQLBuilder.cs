using System.ComponentModel;
using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.Execution.Incremental;
using GraphQL.TypeSystem;
using GraphQL.TypeSystem.Scalars;
using GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Server;

/// <summary>Says what a GraphQL server is made of. Start with <c>services.AddGraphQL()</c>.</summary>
public sealed class GraphQLBuilder
{
    private readonly TypeRegistry _types = new();
    private readonly List<Action<SchemaBuilder>> _schema = [];

    internal GraphQLBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    internal GraphQLOptions Options { get; } = new();

    internal Dictionary<Type, Func<DataLoaderScope, object>> DataLoaders { get; } = [];

    /// <summary>Changes limits and behaviour.</summary>
    /// <param name="configure">The changes.</param>
    /// <returns>This builder.</returns>
    public GraphQLBuilder ModifyOptions(Action<GraphQLOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Options);
        return this;
    }

    /// <summary>Changes what operations may cost.</summary>
    /// <param name="configure">The changes.</param>
    /// <returns>This builder.</returns>
    public GraphQLBuilder ModifyCostOptions(Action<CostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Options.Cost);
        return this;
    }

    /// <summary>Lets clients name documents that the program brings along.</summary>
    /// <param name="documents">The documents by their identifiers.</param>
    /// <returns>This builder.</returns>
    public GraphQLBuilder AddInMemoryOperationDocumentStorage(IReadOnlyDictionary<string, string> documents)
    {
        Services.AddSingleton<IOperationDocumentStorage>(new InMemoryOperationDocumentStorage(documents));
        return this;
    }

    /// <summary>Lets clients name documents that lie in a folder, each in a file <c>identifier.graphql</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>This builder.</returns>
    public GraphQLBuilder AddFileSystemOperationDocumentStorage(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Services.AddSingleton<IOperationDocumentStorage>(new FileSystemOperationDocumentStorage(folder));
        return this;
    }

    /// <summary>
    /// Adds the scalar Upload, for which resolvers take an <see cref="IFile"/>, and lets clients send files by the GraphQL multipart request
    /// convention. Off without this call.
    /// </summary>
    /// <returns>This builder.</returns>
    public GraphQLBuilder AddUploadType()
    {
        if (!Options.TakesUploads)
            ConfigureSchema(schema => schema.AddType(new UploadScalar()));
        Options.TakesUploads = true;
        return this;
    }

    /// <summary>Adds to the schema directly: types in code, GraphQL text, scalars, directives.</summary>
    /// <param name="configure">The changes.</param>
    /// <returns>This builder.</returns>
    public GraphQLBuilder ConfigureSchema(Action<SchemaBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _schema.Add(configure);
        return this;
    }

    /// <summary>Adds the types of an assembly; called by generated code.</summary>
    /// <param name="add">Adds them.</param>
    /// <returns>This builder.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public GraphQLBuilder AddTypes(Action<TypeRegistry> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        add(_types);
        return this;
    }

    /// <summary>Adds a data loader; called by generated code.</summary>
    /// <typeparam name="T">The loader's interface.</typeparam>
    /// <param name="create">Makes the loader of one execution.</param>
    /// <returns>This builder.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public GraphQLBuilder AddDataLoader<T>(Func<DataLoaderScope, T> create)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(create);
        DataLoaders[typeof(T)] = create;
        return this;
    }

    internal SchemaDefinition BuildSchema()
    {
        var builder = new SchemaBuilder();
        _types.AddTo(builder);
        foreach (var configure in _schema)
            configure(builder);
        if (Options.EnableDefer)
            builder.AddDirective(IncrementalDirectives.DefineDefer());
        if (Options.EnableStream)
            builder.AddDirective(IncrementalDirectives.DefineStream());
        Introspection.Configure(builder);
        return builder.Build();
    }
}
