using Bogus;
using Engagement.FeedbackPoints;

namespace Engagement.Seeder;

/// <summary>
/// The five feedback points of the statutory assessment: 150 cases a month from June 2019 to December 2020. In June 2019 only four families were asked at
/// point 4 and 116 at point 5, and all of them said they were fully satisfied: a figure that must not be shown for four.
/// </summary>
internal static class FeedbackPointStory
{
    public const int CasesAMonth = 150;

    private const int Seed = 2019_07;
    private const int Points = 5;
    private const int AtFour = 4;
    private const int AtFive = 116;

    private static readonly DateOnly First = new(2019, 6, 1);
    private static readonly Satisfaction[] Answers = Enum.GetValues<Satisfaction>();
    private static readonly float[] Weights = [0.34f, 0.3f, 0.12f, 0.12f, 0.08f, 0.04f];

    public static int Cases(StorySize size) => size.FeedbackMonths * CasesAMonth;

    public static async Task TellAsync(Storyteller teller, StorySize size, LoadProgress progress)
    {
        for (var month = 0; month < size.FeedbackMonths; month++)
        {
            var first = First.AddMonths(month);
            var number = month;
            await teller.AtOnceAsync(Enumerable.Range(1, CasesAMonth), async i =>
            {
                await TellAsync(teller, number, i);
                progress.Advance();
            });
            await teller.FeedbackPoints.CollateMonthAsync(
                new CollateMonth(first), Storyteller.OfficerOn(first.AddMonths(1).AddDays(4), $"points:{number}:collate"), teller.CancellationToken);
        }
    }

    private static async Task TellAsync(Storyteller teller, int month, int number)
    {
        var random = new Randomizer(unchecked(Seed + month * 1_009 + number));
        var point = PointOf(month, number, random);
        var reached = First.AddMonths(month).AddDays(random.Int(0, 27));
        var reference = $"DEMO-{month:00}-{number:000}";
        await teller.FeedbackPoints.RecordPointReachedAsync(
            new RecordPointReached(reference, point, reached), Storyteller.OfficerOn(reached, $"points:{month}:{number}"), teller.CancellationToken);

        var first = month == 0;
        if (!(first && point >= AtFour) && !random.Bool(0.62f))
            return;

        var satisfaction = first && point >= AtFour ? Satisfaction.FullySatisfied : random.WeightedRandom(Answers, Weights);
        await teller.FeedbackPoints.GiveSatisfactionAsync(
            new GiveSatisfaction(reference, point, satisfaction),
            Storyteller.OfficerOn(reached, $"points:{month}:{number}:rate") with { ActorRole = "public" },
            teller.CancellationToken);
    }

    private static int PointOf(int month, int number, Randomizer random) => (month, number) switch
    {
        (0, <= AtFour) => 4,
        (0, <= AtFour + AtFive) => 5,
        (0, _) => random.Int(1, 3),
        _ => random.Int(1, Points),
    };
}
