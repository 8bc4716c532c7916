using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Engagement.Web;

/// <summary>
/// The style sheets, scripts and icons that npm built, by the name that pages use. Each file's address carries a hash of its
/// content, so browsers may keep it for ever; each lies in the assembly plain and compressed, so serving one is a copy.
/// </summary>
public sealed partial class AssetCatalogue
{
    private const string Prefix = "build/";
    private static readonly string[] FilesOfOfflinePage = ["site.css", "site-rtl.css", "icon.svg"];
    private static readonly Assembly Assembly = typeof(AssetCatalogue).Assembly;

    private readonly FrozenDictionary<string, byte[]> _files;
    private readonly FrozenDictionary<string, string> _addresses;
    private readonly FrozenDictionary<string, string> _symbols;

    public AssetCatalogue(ILogger<AssetCatalogue> logger)
    {
        _files = Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], ReadResource, StringComparer.Ordinal);
        if (!_files.TryGetValue("manifest.json", out var manifest) || !_files.TryGetValue("symbols.json", out var symbols))
        {
            AssetsMissing(logger);
            _addresses = _symbols = FrozenDictionary<string, string>.Empty;
            return;
        }

        _addresses = JsonSerializer.Deserialize<Dictionary<string, string>>(manifest)!
            .ToFrozenDictionary(pair => pair.Key, pair => $"/{Prefix}{pair.Value}", StringComparer.Ordinal);
        _symbols = JsonSerializer.Deserialize<Dictionary<string, string>>(symbols)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The names of all symbols.</summary>
    public IEnumerable<string> Symbols => _symbols.Keys;

    /// <summary>What is drawn of a symbol, on a square of 72 by 72. Null when there is none of this name.</summary>
    public string? Symbol(string name) => _symbols.GetValueOrDefault(name);

    /// <summary>The address of a built file by its plain name, for example <c>site.css</c>. Null when the assets were not built.</summary>
    public string? Address(string name) => _addresses.GetValueOrDefault(name);

    internal IResult Serve(string file, HttpContext context)
    {
        if (file.EndsWith(".json", StringComparison.Ordinal) || file.EndsWith(".br", StringComparison.Ordinal) || !_files.TryGetValue(file, out var content))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = "Accept-Encoding";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (_files.TryGetValue(file + ".br", out var compressed) && context.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br"))
        {
            context.Response.Headers.ContentEncoding = "br";
            content = compressed;
        }

        return Results.Bytes(content, ContentType(file));
    }

    /// <summary>The service worker of the page for when there is no connection, and the files that it keeps. It lies at the root, so that it minds every page.</summary>
    internal IResult ServeOfflineWorker(HttpContext context)
    {
        if (Address("offline.js") is not { } address || !_files.TryGetValue(address[(Prefix.Length + 1)..], out var script))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        // A worker fetches under its own policy, and not under that of the pages it minds.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; connect-src 'self'";
        string[] kept = [Links.Offline, .. FilesOfOfflinePage.Select(Address).OfType<string>()];
        return Results.Text($"const FILES={JsonSerializer.Serialize(kept)};\n{Encoding.UTF8.GetString(script)}", "text/javascript", Encoding.UTF8);
    }

    private static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private static byte[] ReadResource(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    [LoggerMessage(LogLevel.Error, "The pages have no style sheet, because the front-end assets were not built, or long ago. "
        + "Run 'npm ci' and 'npm run build' in src/Engagement.Web/Assets, then build again.")]
    private static partial void AssetsMissing(ILogger logger);
}
