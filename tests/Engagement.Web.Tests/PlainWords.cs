using AngleSharp.Dom;
using Engagement.Web.Reading;

namespace Engagement.Web.Tests;

/// <summary>The words of the pages themselves, without what officers and families wrote there, can be read by those they are for.</summary>
public sealed class PlainWords(EveryPageTests.Reader reader) : IClassFixture<EveryPageTests.Reader>
{
    private const double ForFamilies = 7;
    private const double ForYoungPeople = 3;

    /// <summary>On fewer, one long word decides: pages with less to read are measured together.</summary>
    private const int FewestWords = 40;

    [Fact]
    public async Task Of_the_pages_for_families_ask_for_seven_years_of_school() => (await TooHardAsync(address => !IsForYoungPeople(address), ForFamilies)).ShouldBeEmpty();

    [Fact]
    public async Task Of_the_pages_for_young_people_ask_for_three() => (await TooHardAsync(IsForYoungPeople, ForYoungPeople)).ShouldBeEmpty();

    [Theory]
    [InlineData("The cat sat on the mat.", -1.45)]
    [InlineData("Families decided together what the school needed.", 10.74)]
    public void The_grade_follows_its_formula(string sentence, double grade) => Readability.Grade([sentence]).ShouldBe(grade, 0.01);

    [Theory]
    [InlineData("you", 1)]
    [InlineData("asked", 1)]
    [InlineData("wanted", 2)]
    [InlineData("table", 2)]
    [InlineData("people", 2)]
    [InlineData("children", 2)]
    [InlineData("pages", 2)]
    [InlineData("answers", 2)]
    [InlineData("video", 3)]
    [InlineData("decision", 3)]
    [InlineData("activity", 4)]
    [InlineData("accessibility", 6)]
    public void The_syllables_of_a_word_are_those_one_hears(string word, int heard) => Readability.Syllables(word).ShouldBe(heard);

    private static bool IsForYoungPeople(string address) => address.StartsWith("/your-voice", StringComparison.Ordinal) || address is "/privacy/young-people";

    private async Task<string> TooHardAsync(Func<string, bool> isMeant, double most)
    {
        var texts = new List<(string Called, List<string> Sentences)>();
        using var person = reader.Host.Visit();
        foreach (var address in EveryPageTests.PagesForFamilies.Where(isMeant))
        {
            await person.OpenAsync(address);
            texts.Add((address, [.. OwnSentences(person.Document)]));
        }

        var isLong = texts.ToLookup(text => text.Sentences.Sum(sentence => Readability.Words(sentence).Length) >= FewestWords);
        return string.Join('\n', isLong[true].Append((Called: "the short pages together", Sentences: [.. isLong[false].SelectMany(text => text.Sentences)]))
            .Where(text => Readability.Grade(text.Sentences) > most)
            .SelectMany(text => text.Sentences.OrderByDescending(sentence => Readability.Grade([sentence])).Take(5)
                .Prepend($"{text.Called}: {Readability.Grade(text.Sentences):0.0}. Its hardest sentences:")));
    }

    /// <summary>Whole sentences: headings, labels and names are looked at rather than read. What has a language of its own is somebody's words.</summary>
    internal static IEnumerable<string> OwnSentences(IDocument page)
    {
        foreach (var others in page.QuerySelectorAll("main :is([lang], time, code, pre, table)"))
            others.TextContent = "it";
        return page.QuerySelectorAll("main :is(p, li, dd, .govuk-hint)").Where(block => block.QuerySelector("p, li, dd") is null)
            .Select(block => string.Join(' ', block.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(text => text.Length > 0 && text[^1] is '.' or '?' or '!')
            .SelectMany(Readability.Sentences);
    }
}
