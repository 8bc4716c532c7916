using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Engagement.Feedback;
using Engagement.Notifications;
using Tests.Shared;

namespace Engagement.Tests.Notifications;

/// <summary>What people are sent, in every kind, for families and young people, in every language.</summary>
public sealed partial class TheLetters
{
    private static readonly ResourceManager Catalogue = new("Engagement.Notifications.NotificationTexts", typeof(NotificationLanguage).Assembly);

    public static TheoryData<NotificationKind, NotificationAudience, string> All
    {
        get
        {
            var all = new TheoryData<NotificationKind, NotificationAudience, string>();
            foreach (var kind in Enum.GetValues<NotificationKind>())
            {
                foreach (var audience in Enum.GetValues<NotificationAudience>())
                {
                    foreach (var language in NotificationLanguage.All.Where(language => Preview(kind, audience, language.Code) is not null))
                        all.Add(kind, audience, language.Code);
                }
            }

            return all;
        }
    }

    public static TheoryData<string> OtherLanguages => [.. NotificationLanguage.All.Where(language => language != NotificationLanguage.English).Select(language => language.Code)];

    [Fact]
    public void Every_kind_is_told_of_once() => NotificationTemplate.All.Select(template => template.Kind).ShouldBe(Enum.GetValues<NotificationKind>());

    [Fact]
    public void Are_there_for_families_and_young_people_in_every_language_and_for_staff_in_English()
    {
        foreach (var template in NotificationTemplate.All)
        {
            var written = template.Audiences.Sum(audience => audience is NotificationAudience.Staff ? 1 : NotificationLanguage.All.Count);
            All.Count(one => (NotificationKind)((object[])one)[0] == template.Kind).ShouldBe(written, $"{template.Kind}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Say_the_same_as_text_and_as_a_page(NotificationKind kind, NotificationAudience audience, string language)
    {
        var letter = Preview(kind, audience, language)!;

        foreach (var sentence in letter.OwnWords)
        {
            letter.Text.ShouldContain(sentence);
            WithoutMarkup(letter.Html).ShouldContain(sentence);
        }

        Addresses().Matches(letter.Html).Select(match => WithoutMarkup(match.Groups[1].Value)).ShouldBe(Lines().Matches(letter.Text).Select(match => match.Value));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Load_nothing_and_tell_nobody_that_they_were_opened(NotificationKind kind, NotificationAudience audience, string language) =>
        Preview(kind, audience, language)!.Html.ShouldNotMatch("(?i)<img|<script|<link|<iframe|src=|url\\(|@import|style=");

    [Theory]
    [MemberData(nameof(All))]
    public void Say_how_to_have_no_more_of_them(NotificationKind kind, NotificationAudience audience, string language) =>
        Preview(kind, audience, language)!.Text.Split("-- \n")[^1].ShouldContain("/stop\n");

    [Theory]
    [MemberData(nameof(All))]
    public void Say_whose_place_they_come_from_and_where_to_write_back(NotificationKind kind, NotificationAudience audience, string language)
    {
        var letter = Preview(kind, audience, language)!;
        var head = audience is NotificationAudience.YoungPeople ? "Your Voice" : TestPlace.Of.Name;

        letter.Text.ShouldStartWith($"{head}\n{TestPlace.Of.RunBy}\n\n");
        letter.Html.ShouldContain($"<strong>{head}</strong><br>{TestPlace.Of.RunBy}</p>");
        var (text, page) = (letter.Text.Split("-- \n")[^1], letter.Html.Split("<footer>")[^1]);
        foreach (var said in new[] { TestPlace.Of.RunBy, TestPlace.Of.Email, TestPlace.Of.PostalAddress })
        {
            text.ShouldContain(said);
            page.ShouldContain(said);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Name_their_language_and_its_direction(NotificationKind kind, NotificationAudience audience, string language) =>
        Preview(kind, audience, language)!.Html.ShouldStartWith($"<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{(language == "ar" ? "rtl" : "ltr")}\">");

    [Theory]
    [InlineData("en-GB", false)]
    [InlineData("pl", true)]
    [InlineData("ar", true)]
    public void Say_that_the_words_of_officers_are_in_English_where_the_rest_is_not(string language, bool isSaid)
    {
        Preview(NotificationKind.EntryPublished, NotificationAudience.Families, language)!.Html.Contains("<blockquote lang=\"en\"", StringComparison.Ordinal).ShouldBe(isSaid);
        Preview(NotificationKind.Digest, NotificationAudience.Families, language)!.Html.Contains("<span lang=\"en\"", StringComparison.Ordinal).ShouldBe(isSaid);
    }

    [Fact]
    public void Are_written_in_no_language_that_nobody_has_translated_them_to() =>
        Preview(NotificationKind.EntryPublished, NotificationAudience.Families, "fr").ShouldBeNull();

    [Fact]
    public void Leave_out_of_the_week_what_is_theirs_and_nothing_else_that_is_read_in_the_same_place()
    {
        var changed = new Uri("https://engagement.example.test/your-voice/changed");
        var week = new WeeklyDigestContent(
            [], [new DigestItem(NotificationKind.EntryPublished, "Buses are late", changed), new DigestItem(NotificationKind.EntryPublished, "Lunch is too short", changed)], []);

        var together = NotificationContents.Together([new EntryPublishedContent("Buses are late", EntryState.WeDid, "They are not", changed), week])
            .ShouldBeOfType<WeeklyDigestContent>();

        together.Yours.ShouldHaveSingleItem().About.ShouldBe("Buses are late");
        together.Answered.ShouldHaveSingleItem().About.ShouldBe("Lunch is too short");
    }

    [Fact]
    public void Never_take_the_words_of_people_for_markup()
    {
        var content = new ViewGroupedContent("<b>Bold</b>", "<img src=x>", new Uri("https://example.test/?a=1&b=2"));
        var links = new NotificationLinks(new Uri("https://example.test/"), new Uri("https://example.test/stop"));

        var html = LetterHtml.Of(LetterWriter.Write(TestPlace.Of, content, NotificationAudience.Families, NotificationLanguage.English, links));

        html.ShouldContain("&lt;b&gt;Bold&lt;/b&gt;");
        html.ShouldContain("&lt;img src=x&gt;");
        html.ShouldContain("?a=1&amp;b=2");
        html.ShouldNotContain("<img");
    }

    [Fact]
    public void Say_days_in_the_language_and_by_our_calendar() =>
        NotificationLanguage.All.Select(language => language.Text(new DateOnly(2027, 3, 31))).ShouldBe(["31 March 2027", "31 marca 2027", "31 مارس 2027"]);

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Have_every_sentence_in_every_language_and_no_other(string language) => Texts(language).Keys.ShouldBe(Asked(), ignoreOrder: true);

    private static NotificationPreview? Preview(NotificationKind kind, NotificationAudience audience, string language) =>
        NotificationPreview.Of(TestPlace.Of, kind, audience, language);

    private static Dictionary<string, string> Texts(string language) =>
        Catalogue.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(text => (string)text.Key, text => (string)text.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Asked() =>
        Key().Matches(File.ReadAllText(Path.Combine(Repository.Folder, "src", "Engagement", "Notifications", "LetterWriter.cs"))).Select(match => match.Groups[1].Value).Distinct();

    private static string WithoutMarkup(string html) => System.Net.WebUtility.HtmlDecode(html);

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Lines();

    [GeneratedRegex(@"\bw\[""([^""]*)""")]
    private static partial Regex Key();
}
