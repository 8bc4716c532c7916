using Engagement.LoggedFeedback;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Seeder;

/// <summary>
/// What people told of their own accord from autumn 2019 to the end of 2020. When the halls closed fewer complained and fewer took part: that was silence,
/// as the officers who looked at the log found.
/// </summary>
internal static class LogStory
{
    private const string Name = "log";

    private static readonly (DateOnly From, int Complaints, int Compliments, int Comments)[] Quarters =
    [
        (new(2019, 10, 1), 14, 6, 9), (new(2020, 1, 1), 9, 5, 6), (new(2020, 4, 1), 6, 8, 5), (new(2020, 7, 1), 8, 5, 6), (new(2020, 10, 1), 13, 7, 8),
    ];

    private static readonly (string Service, string Words)[] Complaints =
    [
        ("transport", "The driver changed without a word and my son did not know him."),
        ("statutory-assessment", "The twenty weeks were over and nobody had told us why it takes longer."),
        ("annual-review", "The papers came the evening before the meeting."),
        ("therapies", "We were discharged by letter without anybody having seen her."),
        ("local-offer", "The page about short breaks is of the year before last."),
    ];

    private static readonly (string Service, string Words)[] Compliments =
    [
        ("school-support", "The teacher rang us before the first day and asked what helps."),
        ("therapies", "The therapist wrote down what we can do at home."),
        ("engagement", "At the meeting somebody listened and wrote it down as I said it."),
    ];

    private static readonly (string Service, string Words)[] Comments =
    [
        ("local-offer", "A search by age would help."),
        ("early-years", "Could the group also meet in the holidays?"),
        ("engagement", "Please send the questions a week before."),
    ];

    private static readonly string?[] Districts = ["E07000114", null, "E07000107", "E07000110", null, "E07000106"];

    public static async Task TellAsync(Storyteller teller)
    {
        var log = teller.Services.GetRequiredService<LogCommands>();
        var entries = Quarters.SelectMany(quarter => new[]
        {
            Of(quarter.From, FeedbackKind.Complaint, quarter.Complaints, Complaints),
            Of(quarter.From, FeedbackKind.Compliment, quarter.Compliments, Compliments),
            Of(quarter.From, FeedbackKind.Comment, quarter.Comments, Comments),
        }).SelectMany(some => some);
        await teller.AtOnceAsync(entries, async entry =>
        {
            var (kind, service, words, day, number) = entry;
            var name = $"{Name}:{kind}:{day:yyyy-MM-dd}:{number}";
            var id = await log.LogAsync(
                new LogFeedback(kind, service, words, day, Districts[number % Districts.Length]), Storyteller.OfficerOn(day, name), teller.CancellationToken);
            // One in six is told late, and one in five answered late.
            await log.AcknowledgeAsync(
                new AcknowledgeFeedback(id), Storyteller.OfficerOn(day.AddDays(number % 6 == 5 ? 9 : 2), $"{name}:acknowledge"), teller.CancellationToken);
            await log.AnswerAsync(
                new AnswerFeedback(id, "Thank you for telling us. This is what we have found, and what we do about it."),
                Storyteller.OfficerOn(day.AddDays(number % 5 == 4 ? 41 : 12 + number), $"{name}:answer"),
                teller.CancellationToken);
        });
        await log.ReviewAsync(
            new ReviewLog(
                new DateOnly(2020, 1, 1),
                new DateOnly(2020, 6, 30),
                "Fewer complaints than in autumn, while meetings were called off and fewer people took part. Families tell the forum that they do not know whom to write to.",
                "The address for complaints is on every letter from now on, and the forum asks its members in September."),
            Storyteller.OfficerOn(new DateOnly(2020, 7, 14), $"{Name}:review"),
            teller.CancellationToken);
    }

    private static IEnumerable<(FeedbackKind Kind, string Service, string Words, DateOnly Day, int Number)> Of(
        DateOnly from, FeedbackKind kind, int count, (string Service, string Words)[] texts) =>
        Enumerable.Range(0, count).Select(i => (kind, texts[i % texts.Length].Service, texts[i % texts.Length].Words, from.AddDays(i * 80 / count), i));
}
