using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphQL.Server;

/// <summary>Reads GraphQL requests out of HTTP requests.</summary>
internal static class RequestReader
{
    // Deep enough for the limit on variables to say so by its own name.
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 512 };

    /// <summary>Reads the JSON of a body.</summary>
    public static async ValueTask<JsonElement> ReadBodyAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadRequestException(
                StatusCodes.Status415UnsupportedMediaType, "Send the request as application/json.", ErrorCodes.MediaTypeUnsupported);
        }
        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new BadRequestException(StatusCodes.Status415UnsupportedMediaType, "Send the request in UTF-8.", ErrorCodes.MediaTypeUnsupported);
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);
        return await ReadJsonAsync(request.BodyReader, "body", maxBytes, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads JSON to the end of its source.</summary>
    public static async ValueTask<JsonElement> ReadJsonAsync(PipeReader source, string what, int maxBytes, CancellationToken cancellation)
    {
        var body = await ReadBytesAsync(source, maxBytes, cancellation).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(body, JsonOptions);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Invalid($"The {what} is not JSON, or nests too deep.");
        }
    }

    public static OperationRequest ReadQuery(HttpRequest request)
    {
        var query = request.Query["query"];
        var documentId = request.Query["documentId"].FirstOrDefault();
        if (StringValues.IsNullOrEmpty(query))
            documentId ??= request.Query["id"].FirstOrDefault();
        var extensions = ParseParameter(request, "extensions");
        var isNamed = !string.IsNullOrEmpty(documentId) || PersistedOperations.IsNamedByHash(extensions);
        if (query.Count > 1 || (string.IsNullOrEmpty(query) && !isNamed))
            throw Invalid("The parameter \"query\" must be given once, and not be empty.");
        return Create(
            query.FirstOrDefault(), documentId, ParseParameter(request, "variables"), request.Query["operationName"].FirstOrDefault(), extensions);
    }

    /// <summary>Reads the parameters of a request from a JSON object.</summary>
    public static OperationRequest Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Invalid("The request must be a JSON object.");
        RequireUnicode(json);
        var query = TextOf(json, "query");
        var documentId = TextOf(json, "documentId");
        if (string.IsNullOrEmpty(query))
            documentId ??= TextOf(json, "id");
        var extensions = ObjectOf(json, "extensions");
        if (query is null && string.IsNullOrEmpty(documentId) && !PersistedOperations.IsNamedByHash(extensions))
            throw Invalid("The request must have a text \"query\".");
        return Create(query, documentId, ObjectOf(json, "variables"), TextOf(json, "operationName"), extensions);
    }

    private static OperationRequest Create(string? query, string? documentId, JsonElement variables, string? operationName, JsonElement extensions)
    {
        if (string.IsNullOrEmpty(documentId))
            return new OperationRequest(query ?? "", variables, operationName, extensions);
        return string.IsNullOrEmpty(query)
            ? new OperationRequest("", variables, operationName, extensions) { DocumentId = documentId }
            : throw Invalid("Send a \"query\" or a \"documentId\", not both.");
    }

    private static JsonElement ParseParameter(HttpRequest request, string name)
    {
        var text = request.Query[name].FirstOrDefault();
        if (string.IsNullOrEmpty(text))
            return default;
        try
        {
            using var document = JsonDocument.Parse(text, JsonOptions);
            RequireUnicode(document.RootElement);
            return Checked(document.RootElement.Clone(), name);
        }
        catch (JsonException)
        {
            throw Invalid($"The parameter \"{name}\" is not JSON.");
        }
    }

    /// <summary>Refuses JSON with texts that cannot be read.</summary>
    public static void RequireUnicode(JsonElement json)
    {
        if (!JsonText.IsUnicode(json))
            throw Invalid("The request has a text that is not Unicode.");
    }

    private static JsonElement ObjectOf(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? Checked(value, name) : default;

    private static JsonElement Checked(JsonElement value, string name) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Null
        ? value
        : throw Invalid($"\"{name}\" must be an object.");

    private static string? TextOf(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => throw Invalid($"\"{name}\" must be a text."),
    };

    private static async ValueTask<byte[]> ReadBytesAsync(PipeReader reader, int maxBytes, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            if (result.Buffer.Length > maxBytes)
                throw TooLarge(maxBytes);
            if (result.IsCompleted)
            {
                var bytes = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return bytes;
            }
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    public static BadRequestException TooLarge(long maxBytes) => new(
        StatusCodes.Status413PayloadTooLarge, $"A request may have at most {maxBytes} bytes.", ErrorCodes.RequestTooLarge);

    public static BadRequestException Invalid(string message) => new(StatusCodes.Status400BadRequest, message, ErrorCodes.RequestInvalid);
}
