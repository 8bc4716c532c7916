namespace GraphQL.Server;

/// <summary>What one path of a GraphQL server offers beside answering requests.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>The page that people try queries on.</summary>
    public GraphQLToolOptions Tool { get; } = new();
}

/// <summary>The page that people try queries on: GraphiQL, served from the library itself.</summary>
public sealed class GraphQLToolOptions
{
    /// <summary>Whether browsers that open the path are given the page. Null, the default: in development only.</summary>
    public bool? Enable { get; set; }
}
