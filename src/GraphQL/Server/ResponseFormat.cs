using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GraphQL.Server;

internal enum ResponseFormat
{
    /// <summary>application/graphql-response+json: a status of 400 means that nothing was executed.</summary>
    GraphQLResponse,

    /// <summary>application/json: 200 whatever the result, as older clients expect.</summary>
    Json,

    /// <summary>text/event-stream: a stream of results, an event each.</summary>
    EventStream,

    /// <summary>multipart/mixed: a stream of results, a part each.</summary>
    MultipartMixed,

    /// <summary>application/jsonl: a stream of results, a line each.</summary>
    JsonLines,
}

/// <summary>In what formats a client takes an answer.</summary>
/// <param name="Single">The format of an answer that is one result; null when it is to be sent as a stream too.</param>
/// <param name="Stream">The format of an answer in parts; null when the client takes none.</param>
internal readonly record struct AcceptedFormats(ResponseFormat? Single, ResponseFormat? Stream);

/// <summary>Chooses the media type of the response.</summary>
internal static class ResponseFormats
{
    public const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";
    public const string EventStream = "text/event-stream; charset=utf-8";
    public const string MultipartMixed = "multipart/mixed; boundary=\"-\"";
    public const string JsonLines = "application/jsonl; charset=utf-8";

    public static string ContentTypeOf(ResponseFormat format) => format switch
    {
        ResponseFormat.GraphQLResponse => GraphQLResponse,
        ResponseFormat.Json => Json,
        ResponseFormat.EventStream => EventStream,
        ResponseFormat.MultipartMixed => MultipartMixed,
        _ => JsonLines,
    };

    /// <summary>
    /// The best formats that the client accepts; neither when there is none. Who names no format is taken for an older client, as GraphQL over
    /// HTTP asks of servers. A client that prefers a stream gets one even for a single result; otherwise that goes in the format for it.
    /// </summary>
    public static AcceptedFormats Choose(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || string.IsNullOrWhiteSpace(header.ToString()))
            return new(ResponseFormat.Json, null);
        if (!MediaTypeHeaderValue.TryParseList(header, out var accepted))
            return default;
        ResponseFormat? single = null;
        ResponseFormat? stream = null;
        var streamQuality = 0.0;
        foreach (var type in accepted.Where(candidate => candidate.Quality is not 0).OrderByDescending(candidate => candidate.Quality ?? 1))
        {
            var quality = type.Quality ?? 1;
            switch (FormatOf(type))
            {
                case ResponseFormat.GraphQLResponse or ResponseFormat.Json when single is null && (stream is null || streamQuality <= quality):
                    single = FormatOf(type);
                    break;
                case { } found and not (ResponseFormat.GraphQLResponse or ResponseFormat.Json) when stream is null:
                    stream = found;
                    streamQuality = quality;
                    break;
            }
        }
        return new(single, stream);
    }

    private static ResponseFormat? FormatOf(MediaTypeHeaderValue type)
    {
        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return null;
        return type.MediaType.ToString().ToLowerInvariant() switch
        {
            "application/graphql-response+json" => ResponseFormat.GraphQLResponse,
            "application/json" or "*/*" or "application/*" => ResponseFormat.Json,
            "text/event-stream" => ResponseFormat.EventStream,
            "multipart/mixed" when IsOurs(type) => ResponseFormat.MultipartMixed,
            "application/jsonl" => ResponseFormat.JsonLines,
            _ => null,
        };
    }

    // Clients say in parameters which draft they read. One that reads another draft is better served with a single result than with parts that
    // it would misread.
    private static bool IsOurs(MediaTypeHeaderValue type) => type.Parameters.All(parameter => parameter.Name.ToString().ToLowerInvariant() switch
    {
        "deferspec" or "subscriptionspec" => false,
        "incrementalspec" => HeaderUtilities.RemoveQuotes(parameter.Value) == "v0.2",
        "incrementaldeliveryspec" => HeaderUtilities.RemoveQuotes(parameter.Value) == "3283f8a",
        _ => true,
    });
}
