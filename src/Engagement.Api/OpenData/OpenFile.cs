using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Engagement.Api.OpenData;

/// <summary>A file of open data: kept by whoever fetches it, and not sent again while it is the same.</summary>
internal sealed class OpenFile : IResult
{
    // Written to be read as a file, not into a page: letters stay letters.
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What a spreadsheet would take for a formula is given to it as text.
    private static readonly CsvWriterOptions Csv = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(1);

    private readonly byte[] _content;
    private readonly string _type;
    private readonly string? _next;

    private OpenFile(byte[] content, string type, string? next) => (_content, _type, _next) = (content, type, next);

    /// <param name="value">What is in it.</param>
    /// <param name="next">Where what follows is, when this is a part of something longer.</param>
    public static OpenFile OfJson(object value, string? next = null) => OfText(JsonSerializer.Serialize(value, Plain), next);

    /// <summary>JSON that is there already, to the byte.</summary>
    public static OpenFile OfText(string json, string? next = null) => new(Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", next);

    public static OpenFile OfRows<T>(IEnumerable<T> rows, string? next = null)
    {
        using var content = new MemoryStream();
        using (var writer = CsvWriter.Create(content, Csv, leaveOpen: true))
            writer.WriteRecords(rows);
        return new OpenFile(content.ToArray(), "text/csv; charset=utf-8; header=present", next);
    }

    /// <summary>A value as the schema spells it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, headers) = (httpContext.Request.GetTypedHeaders(), httpContext.Response.GetTypedHeaders());
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(_content))}\"");
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = FreshFor };
        httpContext.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (_next is not null)
            httpContext.Response.Headers.Link = $"<{_next}>; rel=\"next\"";
        if (request.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = _type;
        httpContext.Response.ContentLength = _content.Length;
        await httpContext.Response.Body.WriteAsync(_content, httpContext.RequestAborted);
    }
}
