using Engagement.Common;
using Engagement.Feedback;
using Engagement.LocalOffer;
using Engagement.Releases;
using Engagement.Seeder.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Seeder;

/// <summary>
/// What people said of the Local Offer: in 2019/20 one comment was answered and one still open when the year was published; both came to an end in 2020.
/// Of the strategy consultation the same two points are marked, and 2024/25 waits to be published.
/// </summary>
internal static class LocalOfferStory
{
    /// <summary>How many loops of the Written Statement it opens and closes.</summary>
    public const int Closed = 2;

    private const string Name = "local-offer";
    private const string Maker = "Cabinet Member for Education and Skills";

    private static readonly LocalOfferYear First = new(2019);

    private static readonly (string Point, LocalOfferMatter Matter)[] Points = [("finding", LocalOfferMatter.Accessibility), ("up-to-date", LocalOfferMatter.Content)];

    public static async Task TellAsync(Storyteller teller)
    {
        foreach (var (key, matter) in Points)
        {
            var point = TextBank.Instance.Points.Single(one => one.Key.EndsWith(key, StringComparison.Ordinal));
            var then = Storyteller.IdOf("theme", WrittenStatementStory.ThemeName(point));
            await MarkAsync(then, matter, new DateOnly(2019, 10, 7), "then");
            await MarkAsync(Storyteller.IdOf("theme", StrategyStory.ThemeName(point)), matter, new DateOnly(2024, 12, 3), "strategy");
            var loop = await teller.Feedback.OpenLoopAsync(
                new OpenLoop(then), Storyteller.OfficerOn(matter == LocalOfferMatter.Accessibility ? new(2019, 10, 14) : new(2020, 3, 2), $"{Name}:loop:{key}"), teller.CancellationToken);
            await GoRoundAsync(new LoopTeller(teller, $"{Name}:{key}", loop), point, matter);

            async Task MarkAsync(Guid theme, LocalOfferMatter? mark, DateOnly day, string when) => await teller.Themes.MarkForLocalOfferAsync(
                new MarkThemeForLocalOffer(theme, mark), Storyteller.OfficerOn(day, $"{Name}:mark:{when}:{key}"), teller.CancellationToken);
        }

        await PublishAsync(teller);
    }

    private static Task GoRoundAsync(LoopTeller loop, TextPoint point, LocalOfferMatter matter) => matter == LocalOfferMatter.Accessibility
        ? GoRoundAsync(loop, point, decided: new(2019, 11, 20), due: new(2020, 6, 30), promised: new(2020, 1, 20), done: new(2020, 6, 15), told: new(2020, 7, 1))
        : GoRoundAsync(loop, point, decided: new(2020, 7, 8), due: new(2020, 12, 18), promised: new(2020, 10, 12), done: new(2020, 12, 1), told: new(2020, 12, 10));

    private static async Task GoRoundAsync(LoopTeller loop, TextPoint point, DateOnly decided, DateOnly due, DateOnly promised, DateOnly done, DateOnly told)
    {
        var promise = $"We will act on this, and show here what has changed: {point.Title.ToLowerInvariant()}.";
        await loop.DecideAsync(decided, DecisionOutcome.WeWill, Maker, point.Because, "A printed directory: it would be out of date within the month.");
        await loop.CommitAsync(decided.AddDays(5), promise, "Local Offer Manager", due);
        await loop.PublishAsync(promised, "first", point.YouSaid, promise, point.EasyYouSaid, "We will do something about this.");
        await loop.ActAsync(done, $"This has been done now. {point.AnswerText}", $"https://council.example.test/send/local-offer/{point.Key}");
        await loop.PublishAsync(done.AddDays(3), "again", point.YouSaid, $"This has been done now. {point.AnswerText}", point.EasyYouSaid, "We have done what we said.");
        await loop.TellAsync(told);
    }

    private static async Task PublishAsync(Storyteller teller)
    {
        var releases = teller.Services.GetRequiredService<ReleaseCommands>();
        var reads = teller.Services.GetRequiredService<ReleaseReads>();
        var subject = ReleaseSubject.OfLocalOffer(First);
        var release = await reads.OfAsync(subject, teller.CancellationToken) is [.., var last]
            ? last.Id
            : await releases.DraftAsync(
                new DraftRelease($"Comments on the Local Offer and our answers, {First.Name}", subject), Staff(new(2020, 9, 21), "analyst", "draft"), teller.CancellationToken);
        await releases.ApproveAsync(new ApproveRelease(release), Staff(new(2020, 9, 28), "decision-maker", "approve"), teller.CancellationToken);
        await releases.PublishAsync(new PublishRelease(release), Staff(new(2020, 9, 28), "decision-maker", "publish"), teller.CancellationToken);
    }

    private static CommandContext Staff(DateOnly day, string role, string name) =>
        Storyteller.OfficerOn(day, $"{Name}:{name}") with { ActorRole = role, ActorId = Storyteller.IdOf("person", $"{Name}:{role}") };
}
