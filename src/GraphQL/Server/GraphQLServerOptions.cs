using Microsoft.AspNetCore.Http;

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

    /// <summary>Which of those that open the path are given the page; all others are answered as programs are. Everybody unless set.</summary>
    public Func<HttpContext, bool> IsFor { get; set; } = static _ => true;

    /// <summary>Operations that lie open when somebody comes for the first time, one in each tab, in this order.</summary>
    public IReadOnlyList<string> Examples { get; set; } = [];
}
