using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GraphQL.Server;

internal enum ResponseFormat
{
    /// <summary>application/graphql-response+json: a status of 400 means that nothing was executed.</summary>
    GraphQLResponse,

    /// <summary>application/json: 200 whatever the result, as older clients expect.</summary>
    Json,

    /// <summary>text/event-stream: a stream of results.</summary>
    EventStream,
}

/// <summary>Chooses the media type of the response.</summary>
internal static class ResponseFormats
{
    public const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";
    public const string EventStream = "text/event-stream; charset=utf-8";

    /// <summary>
    /// The best format that the client accepts; null when there is none. Who names no format is taken for an older client, as GraphQL over HTTP
    /// asks of servers.
    /// </summary>
    public static ResponseFormat? Choose(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || string.IsNullOrWhiteSpace(header.ToString()))
            return ResponseFormat.Json;
        if (!MediaTypeHeaderValue.TryParseList(header, out var accepted))
            return null;
        foreach (var type in accepted.Where(candidate => candidate.Quality is not 0).OrderByDescending(candidate => candidate.Quality ?? 1))
        {
            if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
                continue;
            switch (type.MediaType.ToString().ToLowerInvariant())
            {
                case "application/graphql-response+json":
                    return ResponseFormat.GraphQLResponse;
                case "application/json" or "*/*" or "application/*":
                    return ResponseFormat.Json;
                case "text/event-stream":
                    return ResponseFormat.EventStream;
            }
        }
        return null;
    }
}
