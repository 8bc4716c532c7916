using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tests.Shared;

/// <summary>
/// The HTML of pages that tests came by, each kind of page once, to be checked all together: by html-validate and by vnu, the checker of the W3C.
/// Either takes a second to start and milliseconds for a page.
/// </summary>
public sealed partial class SeenPages
{
    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <summary>Adds a page.</summary>
    /// <param name="where">How it is reached, for those who read what is wrong with it.</param>
    /// <param name="html">What came.</param>
    public void Add(string where, string html) => _pages.TryAdd(Token().Replace(html, ""), where);

    public int Count => _pages.Count;

    /// <summary>What is wrong with the pages, warnings too, one finding a line.</summary>
    public async Task<string> FindingsAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pages-").FullName;
        try
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (html, where) in _pages)
            {
                var name = $"{names.Count + 1:000}.html";
                names.Add(name, where);
                await File.WriteAllTextAsync(Path.Combine(folder, name), html);
            }

            var tools = Path.Combine(Repository.Folder, "tests", "Shared");
            var style = RunAsync("node", Path.Combine(tools, "Html", "check.js"), folder);
            var standard = RunAsync("java", "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", Path.Combine(tools, "node_modules", "vnu-jar", "build", "dist", "vnu.jar"), "--stdout", "--exit-zero-always", "--format", "json", folder);
            return string.Join('\n', Lines(await style).Concat(Messages(await standard)).Select(line => FileName().Replace(line, name => names[name.Value])));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Messages(string json) => JsonDocument.Parse(json).RootElement.GetProperty("messages").EnumerateArray()
        .Where(message => !Allowed().IsMatch(Text(message, "message"))).Select(message =>
        $"{Path.GetFileName(Text(message, "url"))}: {message.GetProperty("type")}: {Text(message, "message")} at {Text(message, "extract")}");

    private static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var text) ? text.GetString()! : "";

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: its words are above. {output}");
    }

    /// <summary>What makes every copy of a form another one.</summary>
    [GeneratedRegex("""(?<=name="__token" value=")[^"]+""")]
    private static partial Regex Token();

    [GeneratedRegex(@"^\d+\.html")]
    private static partial Regex FileName();

    // .NET's renderer closes each void element with a slash: vnu has a remark on each, and no fault to find. And words that are no day are in a field for
    // a day only in a browser that shows it as one for words, where whoever wrote them finds them again.
    [GeneratedRegex("^Trailing slash on void elements has no effect|on element “input”: The literal did not satisfy the date format[.]$")]
    private static partial Regex Allowed();
}
