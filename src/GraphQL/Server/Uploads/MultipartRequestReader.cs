using System.IO.Pipelines;
using System.Text.Json;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace GraphQL.Server;

/// <summary>
/// Reads requests that bring files, by the GraphQL multipart request convention: the parts operations and map, then the files. A file is kept in
/// memory or, when it is large, in a temporary one, until the request has been answered.
/// </summary>
internal static class MultipartRequestReader
{
    private const string PreflightHeader = "GraphQL-Preflight";
    private const int MaxBoundaryLength = 128;
    private const int MemoryThreshold = 64 * 1024;

    public static bool IsFor(HttpRequest request) =>
        request.ContentType is { } type && type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the whole body.</summary>
    /// <returns>The request, or a list of requests, and the files that belong to them.</returns>
    /// <exception cref="BadRequestException">It is no such request, or one that is not allowed.</exception>
    public static async ValueTask<(JsonElement Operations, FileMap Files)> ReadAsync(HttpContext context, GraphQLOptions options)
    {
        // A form without it is what any page of any site may send with the user's cookies; with it the browser asks first.
        if (context.Request.Headers[PreflightHeader] != "1")
        {
            throw new BadRequestException(
                StatusCodes.Status400BadRequest, $"Send files with the header {PreflightHeader}: 1.", ErrorCodes.PreflightRequired);
        }
        if (context.Request.ContentLength > options.MaxUploadBytes)
            throw RequestReader.TooLarge(options.MaxUploadBytes);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = options.MaxUploadBytes;
        try
        {
            return await ReadPartsAsync(context, BoundaryOf(context.Request), options).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw RequestReader.TooLarge(options.MaxUploadBytes);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException) && !context.RequestAborted.IsCancellationRequested)
        {
            throw RequestReader.Invalid("The body is not multipart/form-data, or ends too early.");
        }
    }

    private static async ValueTask<(JsonElement Operations, FileMap Files)> ReadPartsAsync(HttpContext context, string boundary, GraphQLOptions options)
    {
        var cancellation = context.RequestAborted;
        var reader = new MultipartReader(boundary, context.Request.Body) { BodyLengthLimit = options.MaxUploadBytes };
        JsonElement? operations = null;
        FileMap? files = null;
        while (await reader.ReadNextSectionAsync(cancellation).ConfigureAwait(false) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                throw RequestReader.Invalid("Each part must have a Content-Disposition.");
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (files is not null)
            {
                if (disposition.IsFileDisposition() && files.Awaits(name))
                    files.Put(name, await ReadFileAsync(context, part, disposition).ConfigureAwait(false));
            }
            else if (operations is null && name == "operations")
            {
                operations = await ReadJsonAsync(part, name, options.MaxRequestBytes, cancellation).ConfigureAwait(false);
            }
            else if (operations is not null && name == "map")
            {
                var map = await ReadJsonAsync(part, name, options.MaxRequestBytes, cancellation).ConfigureAwait(false);
                files = FileMap.Read(map, operations.Value, options.MaxUploadFiles);
            }
            else
            {
                break;
            }
        }
        if (files is null)
            throw RequestReader.Invalid("Send the parts \"operations\" and \"map\", in this order, before all others.");
        files.RequireAll();
        return (operations!.Value, files);
    }

    private static async ValueTask<JsonElement> ReadJsonAsync(MultipartSection part, string name, int maxBytes, CancellationToken cancellation)
    {
        var json = await RequestReader.ReadJsonAsync(PipeReader.Create(part.Body), $"part \"{name}\"", maxBytes, cancellation).ConfigureAwait(false);
        RequestReader.RequireUnicode(json);
        return json;
    }

    private static async ValueTask<UploadedFile> ReadFileAsync(HttpContext context, MultipartSection part, ContentDispositionHeaderValue disposition)
    {
        var content = new FileBufferingReadStream(part.Body, MemoryThreshold);
        context.Response.RegisterForDisposeAsync(content);
        await content.DrainAsync(context.RequestAborted).ConfigureAwait(false);
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        return new UploadedFile(content, name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..], part.ContentType);
    }

    private static string BoundaryOf(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString() : "";
        return boundary.Length is > 0 and <= MaxBoundaryLength ? boundary : throw RequestReader.Invalid("The content type must name a boundary.");
    }
}
