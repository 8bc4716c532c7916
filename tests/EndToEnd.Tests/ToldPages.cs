using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>What a screen reader is told by the pages for the public, parents and young people: Playwright's ARIA snapshots, with what differs each time left out.</summary>
internal static partial class ToldPages
{
    private const string Folder = "tests/EndToEnd.Tests/Told";

    /// <summary>The first page of each site is read whole; of the others, what is theirs alone.</summary>
    private static readonly string[] Whole = ["/", "/pact", "/your-voice"];

    private static readonly HashSet<string> States =
    [
        "who is answering", "a question", "a question with an error", "the check of the answers", "the receipt", "a journey", "tracking with an error",
        "a topic", "a post", "one's own posts", "activities", "an activity", "what to do now",
    ];

    public static bool IsOne(string where) => States.Contains(where) || (where.StartsWith('/') && !where.StartsWith("/staff", StringComparison.Ordinal) && where != "/developers");

    public static IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(Repository.Folder, Folder)).Select(file => $"{Folder}/{Path.GetFileName(file)}");

    public static string FileOf(string page) => $"{Folder}/{NotOfAName().Replace(page is "/" ? "home" : page.ToLowerInvariant(), "-").Trim('-')}.yml";

    public static async Task<string> ReadAsync(IPage page, string where)
    {
        // A page that follows what happens says so as soon as it does.
        foreach (var follows in await page.Locator("[data-live-status]").AllAsync())
            await Expect(follows).ToBeVisibleAsync();
        var told = await page.Locator(Whole.Contains(where) ? "body" : "main").AriaSnapshotAsync();
        foreach (var author in await page.Locator(".post__by").AllInnerTextsAsync())
            told = told.Replace(author.Trim(), "AUTHOR", StringComparison.Ordinal);
        return Masked(told) + "\n";
    }

    public static string Masked(string text)
    {
        text = Host().Replace(text, "HOST");
        text = Day().Replace(text, "DAY");
        text = Time().Replace(text, "TIME");
        text = Code().Replace(text, "CODE");
        text = Slug().Replace(text, "SLUG");
        return Id().Replace(text, "ID");
    }

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Host();

    [GeneratedRegex(@"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?")]
    private static partial Regex Day();

    [GeneratedRegex(@"\b\d{1,2}[:.]\d{2} ?(?:am|pm)?")]
    private static partial Regex Time();

    /// <summary>References, and the secrets that go with them.</summary>
    [GeneratedRegex(@"\b(?:[0-9A-Z]{4}-){1,3}[0-9A-Z]{4}\b")]
    private static partial Regex Code();

    /// <summary>The opaque ids of the schema.</summary>
    [GeneratedRegex(@"\b(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{22,}={0,2}(?=[/?#""\s]|$)", RegexOptions.Multiline)]
    private static partial Regex Id();

    /// <summary>The readable part of an address, which ends in six characters of chance.</summary>
    [GeneratedRegex(@"(?<=/(?:consultations|you-said-we-did|your-voice/say|pact/forums(?:/[^/\s]+)?)/)[0-9a-z-]+-[0-9a-z]{6}(?=[/?""\s]|$)", RegexOptions.Multiline)]
    private static partial Regex Slug();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotOfAName();
}
