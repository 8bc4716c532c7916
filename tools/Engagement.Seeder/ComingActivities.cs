using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Seeder;

/// <summary>Activities of the next weeks that people can sign up for: for parents, for young people, and one that is nearly full.</summary>
internal static class ComingActivities
{
    private const string Name = "coming-activities";

    private static readonly LundyPlan ForParents = new(
        "A room with a door that shuts, and no recording. What is said is noted without names.",
        "The questions are on paper at every seat. Somebody writes for those who do not like to.",
        "The manager who decides is there from the start to the end.",
        "We say which of the points were taken up within six weeks, on this platform.");

    private static readonly LundyPlan ForYoungPeople = new(
        "A youth centre that young people chose, with a quiet room next door.",
        "Pictures, cards and drawing. You can also answer the day after.",
        "The head of service listens for the last half hour.",
        "Young people choose three things. Each gets an answer within six weeks.");

    private static readonly ComingActivity[] All =
    [
        new("Coffee morning: moving to secondary school", 9, ActivityKind.SupportGroup, Audience.ParentsAndCarers, "E07000113", 25, 6,
            "The library in the High Street, from 10 to 12. Step-free from the car park. Come when it suits you."),
        new("Workshop: plan the summer clubs with us", 16, ActivityKind.Workshop, Audience.YoungPeople, "E07000105", 14, 5,
            "The youth centre by the station, from 4.30 to 6. A worker you know can come with you."),
        new("Focus group: the new short breaks booklet", 23, ActivityKind.FocusGroup, Audience.ParentsAndCarers, null, 8, 7,
            "Online, from 7 to 8 in the evening. The link comes the day before. You need not switch your camera on."),
    ];

    public static int Count => All.Length;

    public static async Task TellAsync(Storyteller teller)
    {
        for (var i = 0; i < All.Length; i++)
            await TellAsync(teller, All[i], $"{Name}:{i + 1}");
    }

    private static async Task TellAsync(Storyteller teller, ComingActivity coming, string name)
    {
        var young = coming.Audience == Audience.YoungPeople;
        var id = await teller.Activities.PlanAsync(
            new PlanActivity(
                $"{coming.Title} (demonstration)",
                coming.Kind,
                EngagementLevel.CoDesigning,
                coming.Audience,
                young,
                null,
                teller.Day(coming.InDays),
                coming.District,
                CycleStage.Plan,
                young ? ForYoungPeople : ForParents,
                young ? "Two workers with checks. Parents know the time and the place. The safeguarding lead can be reached all evening." : null),
            teller.OfficerOn(-12, name),
            teller.CancellationToken);
        await teller.Activities.OfferSupportAsync(
            new OfferSupport(id, SupportKind.QuietSpace, "A quiet room is open all the time. You need not ask."),
            teller.OfficerOn(-12, $"{name}:quiet"),
            teller.CancellationToken);
        await teller.Activities.OfferSupportAsync(
            new OfferSupport(id, SupportKind.Expenses, "We pay back what the way there and childcare cost. Keep the receipts."),
            teller.OfficerOn(-12, $"{name}:expenses"),
            teller.CancellationToken);
        await teller.Activities.OpenPlacesAsync(
            new OpenPlaces(id, coming.Places, coming.Joining), teller.OfficerOn(-11, $"{name}:places"), teller.CancellationToken);
        for (var i = 1; i <= coming.Taken; i++)
        {
            var person = DeterministicId.From("demonstration-participant", $"{name}:{i}");
            await teller.Activities.TakePlaceAsync(
                new TakePlace(id, person),
                teller.OfficerOn(-10 + i, $"{name}:place-{i}") with { ActorRole = "public", ActorId = person },
                teller.CancellationToken);
        }
    }

    private sealed record ComingActivity(
        string Title, int InDays, ActivityKind Kind, Audience Audience, string? District, int Places, int Taken, string Joining);
}
