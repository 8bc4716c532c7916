using GraphQL.Execution;

namespace GraphQL.Data;

/// <summary>Makes the types of a Relay connection.</summary>
internal static class ConnectionTypes
{
    public static void Add<T>(TypeRegistry types, string name, string nodeType, bool includeTotalCount)
    {
        AddPageInfo(types);
        AddEdge<T>(types, name, nodeType);
        var connection = types.Object(name + "Connection");
        if (connection.Fields.Count == 0)
        {
            connection.Description = "One page of a list.";
            connection.RuntimeType = typeof(Connection<T>);
            connection.Fields.Add(new("pageInfo", "PageInfo!")
            {
                Description = "What lies before and after the page.",
                SyncResolver = static context => ((Connection<T>)context.Parent!).PageInfo,
            });
            connection.Fields.Add(new("edges", $"[{name}Edge!]")
            {
                Description = "The page's items with their cursors.",
                SyncResolver = static context => ((Connection<T>)context.Parent!).Edges,
            });
            connection.Fields.Add(new("nodes", $"[{nodeType}]")
            {
                Description = "The page's items.",
                SyncResolver = static context => ((Connection<T>)context.Parent!).Nodes,
            });
        }
        if (includeTotalCount && !connection.Fields.Contains("totalCount"))
        {
            connection.Fields.Add(new("totalCount", "Int!")
            {
                Description = "How many items there are in all pages.",
                SyncResolver = static context => ((Connection<T>)context.Parent!).TotalCount,
            });
        }
    }

    private static void AddEdge<T>(TypeRegistry types, string name, string nodeType)
    {
        var edge = types.Object(name + "Edge");
        if (edge.Fields.Count > 0)
            return;
        edge.Description = "An item of a page.";
        edge.RuntimeType = typeof(Edge<T>);
        edge.Fields.Add(new("cursor", "String!")
        {
            Description = "The item's place in the list, to continue from.",
            SyncResolver = static context => ((Edge<T>)context.Parent!).Cursor,
        });
        edge.Fields.Add(new("node", nodeType)
        {
            Description = "The item.",
            SyncResolver = static context => ((Edge<T>)context.Parent!).Node,
        });
    }

    private static void AddPageInfo(TypeRegistry types)
    {
        var pageInfo = types.Object("PageInfo");
        if (pageInfo.Fields.Count > 0)
            return;
        pageInfo.Description = "What lies before and after a page.";
        pageInfo.RuntimeType = typeof(PageInfo);
        pageInfo.Fields.Add(new("hasNextPage", "Boolean!")
        {
            Description = "Whether there are items after the page.",
            SyncResolver = static context => ((PageInfo)context.Parent!).HasNextPage,
        });
        pageInfo.Fields.Add(new("hasPreviousPage", "Boolean!")
        {
            Description = "Whether there are items before the page.",
            SyncResolver = static context => ((PageInfo)context.Parent!).HasPreviousPage,
        });
        pageInfo.Fields.Add(new("startCursor", "String")
        {
            Description = "The first item's cursor.",
            SyncResolver = static context => ((PageInfo)context.Parent!).StartCursor,
        });
        pageInfo.Fields.Add(new("endCursor", "String")
        {
            Description = "The last item's cursor.",
            SyncResolver = static context => ((PageInfo)context.Parent!).EndCursor,
        });
    }
}
