using Engagement.Feedback;
using Engagement.Seeder.Texts;

namespace Engagement.Seeder;

/// <summary>What became of the sixty themes of the strategy: fifty-five have a loop, and forty of those are answered in public.</summary>
internal static class StrategyLoops
{
    public const int Loops = 55;
    public const int Published = 40;

    /// <summary>Of those, how many are delivered and told, so that they close by themselves.</summary>
    public const int Delivered = 31;

    /// <summary>Of the delivered, the last that were looked at again.</summary>
    public const int Reopened = 3;

    /// <summary>Of the closed, those that both groups found answered.</summary>
    public const int Confirmed = 17;

    private const string Maker = "Cabinet Member for Education and Skills";
    private static readonly DateOnly Opened = new(2024, 12, 5);
    private static readonly DateOnly Committee = new(2025, 1, 16);

    private static readonly string[] Alternatives =
    [
        "To leave it as it is: families told us plainly that this would not do.",
        "To wait for the national review: its date is not known.",
        "A telephone helpline instead: it would answer sooner and know nobody's story.",
        "To buy it in for two years: it would have cost more and left nothing behind.",
        "To begin with two districts: considered, but need does not differ enough between them.",
        "There were none that families or staff thought workable, and we asked both.",
        "Printed information only: it would be out of date within the term.",
    ];

    private static readonly string[] Owners =
    [
        "Assistant Director, SEND",
        "Head of Inclusion",
        "Commissioning Manager, Children's Therapies",
        "Local Offer Manager",
        "Transport Eligibility Manager",
        "Head of Preparing for Adulthood",
    ];

    /// <summary>Those that are answered in public, then those that have come less far.</summary>
    internal static IReadOnlyList<TextPoint> Points { get; } =
    [
        .. TextBank.Instance.Points.Where((_, i) => i % 12 != 11).OrderBy(point => point.Answer == AnswerKind.WeWill),
    ];

    /// <summary>A theme with a published decision that another one went into.</summary>
    public static Guid MergedInto => ThemeOf(Points[0]);

    /// <summary>Those whose promise has been made, and whose words nobody has published.</summary>
    internal static IReadOnlyList<TextPoint> ToPublish { get; } =
        [.. Points.Where((point, index) => index >= Published && index % 3 == 2 && point.Answer != AnswerKind.WeCannot)];

    public static Guid LoopOf(TextPoint point) => Loop.IdFor(ThemeOf(point));

    public static async Task TellAsync(Storyteller teller)
    {
        await teller.AtOnceAsync(Points.Index(), point => TellAsync(teller, point.Item, point.Index));

        var without = TextBank.Instance.Points.First(point => !Points.Contains(point));
        await teller.Themes.MergeAsync(
            new MergeThemes([ThemeOf(without)], MergedInto),
            Storyteller.OfficerOn(new DateOnly(2025, 9, 8), $"{StrategyStory.Name}:merge"),
            teller.CancellationToken);
    }

    private static async Task TellAsync(Storyteller teller, TextPoint point, int index)
    {
        var theme = ThemeOf(point);
        await teller.Feedback.OpenLoopAsync(
            new OpenLoop(theme), Storyteller.OfficerOn(Opened, $"{StrategyStory.Name}:loop:{point.Key}"), teller.CancellationToken);

        // Of those that are not published, a third has not been decided on, and a third has a decision but no promise yet.
        var published = index < Published;
        if (!published && index % 3 == 0)
            return;

        var loop = new LoopTeller(teller, $"{StrategyStory.Name}:{point.Key}", Loop.IdFor(theme));
        await loop.DecideAsync(
            Committee,
            point.Answer == AnswerKind.WeCannot ? DecisionOutcome.WeCannot : DecisionOutcome.WeWill,
            Maker,
            point.Because,
            Alternatives[index % Alternatives.Length],
            reportRead: 1);
        if (point.Answer == AnswerKind.WeCannot)
        {
            await loop.PublishAsync(Committee.AddDays(20), "first", point.YouSaid, point.AnswerText, point.EasyYouSaid, point.EasyAnswer);
            await EndAsync(loop, Committee.AddDays(30), index);
            return;
        }

        if (!published && index % 3 == 1)
            return;

        var promise = point.Answer == AnswerKind.WeWill
            ? point.AnswerText
            : $"We will act on this by the summer, and show here what has changed: {point.Title.ToLowerInvariant()}.";
        await loop.CommitAsync(Committee.AddDays(6), promise, Owners[index % Owners.Length], new DateOnly(2025, 4 + index % 8, 28));
        if (!published)
            return;

        var easyPromise = point.Answer == AnswerKind.WeWill ? point.EasyAnswer : "We will do something about this. We will tell you here by the summer.";
        await loop.PublishAsync(Committee.AddDays(20 + index % 10), "first", point.YouSaid, promise, point.EasyYouSaid, easyPromise);
        if (index >= Delivered)
            return;

        var done = new DateOnly(2025, 3 + index % 5, 12);
        var deed = point.Answer == AnswerKind.WeDid ? point.AnswerText : $"This has been done now. {point.AnswerText}";
        await loop.ActAsync(done, deed, $"https://council.example.test/send/you-said/{point.Key}");
        var easyDeed = point.Answer == AnswerKind.WeDid ? point.EasyAnswer : "We have done what we said. You can read more on this page.";
        await loop.PublishAsync(done.AddDays(3), "again", point.YouSaid, deed, point.EasyYouSaid, easyDeed);
        await EndAsync(loop, done.AddDays(10), index);
    }

    private static Guid ThemeOf(TextPoint point) => Storyteller.IdOf("theme", StrategyStory.ThemeName(point));

    private static async Task EndAsync(LoopTeller loop, DateOnly day, int index)
    {
        await loop.TellAsync(day);
        if (index < Confirmed)
            await loop.ConfirmAsync(day.AddDays(21));
        if (index is >= Delivered - Reopened and < Delivered)
            await loop.ReopenAsync(day.AddDays(60), "Families told us that this works in some districts and not in others.");
    }
}
