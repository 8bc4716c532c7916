using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server;

/// <summary>
/// Answers browsers with GraphiQL: one page, one script and one style sheet, all under the path of the server. Nothing is fetched from elsewhere,
/// and the page's policy allows nothing else.
/// </summary>
internal sealed class ToolPage
{
    private const string Parameter = "ide";
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly byte[] _script;
    private readonly byte[] _style;
    private readonly string _html;
    private readonly Func<HttpContext, bool> _isFor;

    private ToolPage(byte[] script, byte[] style, GraphQLToolOptions options)
    {
        _isFor = options.IsFor;
        _script = script;
        _style = style;
        var version = Convert.ToHexStringLower(SHA256.HashData([.. script, .. style]))[..10];
        _html = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>GraphiQL</title>
            <link rel="stylesheet" href="?{Parameter}=style&amp;v={version}">
            </head>
            <body>
            <main>
            <h1>GraphiQL</h1>
            <div id="ide"></div>
            </main>
            <script type="application/json" id="examples">{JsonSerializer.Serialize(options.Examples)}</script>
            <script src="?{Parameter}=script&amp;v={version}"></script>
            </body>
            </html>

            """;
    }

    /// <summary>The page; null when npm has not built its files into the library.</summary>
    public static ToolPage? Load(GraphQLToolOptions options) =>
        Read("ide.js.gz") is { } script && Read("ide.css.gz") is { } style ? new(script, style, options) : null;

    /// <summary>Whether a browser asks for the page or one of its files, and may have it. A request with a query is not the page's.</summary>
    public bool IsFor(HttpContext context) => Asks(context.Request) && _isFor(context);

    private static bool Asks(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method))
            return false;
        if (request.Query.ContainsKey(Parameter))
            return true;
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !request.Query.ContainsKey("query") && !request.Query.ContainsKey("documentId") && !request.Query.ContainsKey("id")
            && !request.Query.ContainsKey("extensions");
    }

    public async Task ServeAsync(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        switch (context.Request.Query[Parameter].ToString())
        {
            case "":
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.Headers.CacheControl = "no-cache";
                context.Response.Headers.ContentSecurityPolicy = Policy;
                context.Response.Headers["Referrer-Policy"] = "no-referrer";
                context.Response.Headers.Vary = "Accept";
                await context.Response.WriteAsync(_html, context.RequestAborted).ConfigureAwait(false);
                break;
            case "script":
                await ServeFileAsync(context, _script, "text/javascript; charset=utf-8").ConfigureAwait(false);
                break;
            case "style":
                await ServeFileAsync(context, _style, "text/css; charset=utf-8").ConfigureAwait(false);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static async Task ServeFileAsync(HttpContext context, byte[] compressed, string type)
    {
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(compressed, context.RequestAborted).ConfigureAwait(false);
            return;
        }
        var plain = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        await using (plain.ConfigureAwait(false))
            await plain.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static byte[]? Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ide/" + name);
        if (stream is null)
            return null;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
