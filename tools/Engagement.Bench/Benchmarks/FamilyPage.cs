using System.Text.RegularExpressions;
using Engagement.Web;

namespace Engagement.Bench.Benchmarks;

/// <summary>A page as somebody has it on their screen.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Cookie">What the browser sends with it; null for nothing.</param>
/// <param name="Kilobytes">What it may weigh, compressed, with all that it is made of.</param>
internal sealed partial record FamilyPage(string Name, string Address, string? Cookie, double Kilobytes)
{
    private const double MostOfSurvey = 20;
    private const double MostOfOthers = 35;

    public static readonly string WeightNote = $"limit {MostOfSurvey} kB of a page of a survey, {MostOfOthers} kB of others: a first visit, compressed.";

    /// <summary>What is measured under load, and in a short run.</summary>
    public static IReadOnlyList<string> Main { get; } = ["survey", "question", "board"];

    /// <summary>The pages of the public, of parents and of young people: those that ask for nothing first, and those of somebody who answers a survey.</summary>
    /// <param name="platform">Where they are.</param>
    /// <param name="slug">The consultation whose survey is answered.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<FamilyPage>> FindAsync(Uri platform, string slug, CancellationToken cancellationToken)
    {
        using var visit = new FamilyVisit(platform);
        string[] plain =
        [
            Links.Home, Links.Consultations, Links.Consultation(slug), Links.Paper(slug), Links.Figures, Links.HowWeModerate, Links.Transparency, Links.Status,
            Links.Preferences, Links.Accessibility, Links.Privacy, Links.PrivacyForYoungPeople, Links.Developers, Links.Offline, Links.SignIn, Links.Track, Links.ComeBack,
            Links.Pact, Links.Forums, Links.Activities, Links.Voice, Links.VoiceSay, Links.VoiceTopic(slug), Links.VoiceChanged, Links.VoiceHelp, Links.VoiceComeBack,
            Links.VoiceTrack, Links.Representatives, Links.Credits,
        ];
        var pages = plain.Select(address => new FamilyPage(address, address, null, MostOfOthers)).ToList();
        pages.Add(new FamilyPage("board", Links.YouSaidWeDid, null, MostOfOthers));
        pages.Add(await FirstAsync("an entry", Links.YouSaidWeDid));
        pages.Add(await FirstAsync("a release", Links.Figures));
        pages.Add(await FirstAsync("an activity", Links.Activities));
        pages.Add(await FirstAsync("a forum", Links.Forums));
        pages.Add(await FirstAsync("a topic", pages[^1].Address));
        pages.Add(new FamilyPage("a post to write", $"{pages[^1].Address}/write", null, MostOfOthers));
        pages.AddRange(await OfSurveyAsync(platform, slug, cancellationToken));
        return pages;

        async Task<FamilyPage> FirstAsync(string name, string list)
        {
            await visit.OpenAsync(list, cancellationToken);
            return new FamilyPage(name, visit.Link($"{list}/"), null, MostOfOthers);
        }
    }

    private static async Task<IReadOnlyList<FamilyPage>> OfSurveyAsync(Uri platform, string slug, CancellationToken cancellationToken)
    {
        var start = Links.HaveYourSay(slug);
        var check = $"{start}/check";
        using var answering = new FamilyVisit(platform);
        using var sent = new FamilyVisit(platform);
        foreach (var visit in new[] { answering, sent })
        {
            await visit.OpenAsync(start, cancellationToken);
            await visit.SubmitAsync(start, cancellationToken);
            await visit.SubmitAsync($"{start}/who", cancellationToken, ("who", visit.Find(Who())));
            await visit.SubmitAsync($"{start}/questions/1", cancellationToken, ("answer", "agree"));
        }

        await sent.OpenAsync(check, cancellationToken);
        await sent.SubmitAsync(check, cancellationToken);
        var receipt = new FamilyPage("the receipt", $"{start}/receipt", sent.Cookies, MostOfSurvey);
        var (reference, secret) = (sent.Find(Reference()), sent.Find(Secret()));
        await sent.SubmitAsync(Links.Track, cancellationToken, ("reference", reference), ("secret", secret));
        var journey = $"{Links.Track}/{reference}";
        return
        [
            new FamilyPage("survey", start, null, MostOfSurvey),
            OfAnswers("who answers", $"{start}/who"),
            OfAnswers("question", $"{start}/questions/1"),
            OfAnswers("question for words", $"{start}/questions/{LongSurvey.LastQuestion}"),
            OfAnswers("check", check),
            receipt,
            new FamilyPage("a journey", journey, sent.Cookies, MostOfOthers),
            new FamilyPage("one's own answers", $"{journey}/answers", sent.Cookies, MostOfOthers),
        ];

        FamilyPage OfAnswers(string name, string address) => new(name, address, answering.Cookies, MostOfSurvey);
    }

    [GeneratedRegex("(?<=name=\"who\"[^>]*value=\")[^\"]+")]
    private static partial Regex Who();

    [GeneratedRegex("[A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![-0-9A-Z])")]
    private static partial Regex Reference();

    [GeneratedRegex("(?<![0-9A-Z-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Z-])")]
    private static partial Regex Secret();
}
