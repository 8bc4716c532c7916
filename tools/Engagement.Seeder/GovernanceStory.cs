using Engagement.Common;
using Engagement.Governance;

namespace Engagement.Seeder;

/// <summary>
/// The chain of those who decide, from the workstreams up, with the seats of parents and carers. One seat of the board is vacant. Two boards have none: the
/// Written Statement of Action says of the one that it is made of those who lead the workstreams, and of the other no parent.
/// </summary>
internal static class GovernanceStory
{
    private const string Name = "governance";
    private const string Council = "council";
    private const string Clinicians = "clinicians";
    private const string Wellbeing = "wellbeing";
    private const string Board = "board";
    private const string Journey = "journey";
    private const string Coordinating = "change-for-kent-children";

    private static readonly DateOnly Constituted = new(2019, 5, 13);

    /// <summary>From the top, because a group is constituted under one that there is.</summary>
    private static readonly Group[] Chain =
    [
        new(Council, "Kent County Council", "Decides on what the council does and pays for.", MeetingFrequency.EverySecondMonth, null),
        new(Clinicians, "Joint Committee of the clinical commissioning groups", "Decides on what the health service does and pays for.", MeetingFrequency.EverySecondMonth, null),
        new(Wellbeing, "0 to 25 Health and Wellbeing Board", "Brings health, care and education together for children and young people.", MeetingFrequency.Quarterly, Council),
        new(Coordinating, "SEND Change for Kent Children Board", "Coordinates the workstreams and tracks their progress. Those who lead the workstreams sit on it.", MeetingFrequency.Monthly, Wellbeing),
        new(Board, "SEND Improvement Board", "Steers the plan for children with special educational needs, and answers for it.", MeetingFrequency.Monthly, Wellbeing,
            new FilledSeat("Parent representative, east and north", "Parent of two children in primary school", 2022),
            new FilledSeat("Parent representative, south and west", null, 2021)),
        new("early-help", "Workstream: help early on", "Says what is to change before a plan is needed.", MeetingFrequency.Monthly, Board,
            new FilledSeat("Parent representative", "Parent of a child under 5", 2024)),
        new(Journey, "Workstream: moving between services", "Says what is to change between schools, health and care.", MeetingFrequency.Monthly, Board,
            new FilledSeat("Parent representative", "Parent of a child in secondary school", 2023)),
        new("adulthood", "Workstream: becoming an adult", "Says what is to change for those who are 14 to 25.", MeetingFrequency.Monthly, Board,
            new FilledSeat("Parent representative", "Carer of a young adult", 2024)),
    ];

    /// <summary>The group with a vacant seat.</summary>
    public static Guid BoardId => IdOf(Board);

    public static Guid AboveBoardId => IdOf(Wellbeing);

    /// <summary>A group that has done its part: a representative, invited to every meeting.</summary>
    public static Guid JourneyId => IdOf(Journey);

    public static Guid CoordinatingId => IdOf(Coordinating);

    public static int Seats => Chain.Sum(group => group.Seats.Length);

    public static async Task TellAsync(Storyteller teller)
    {
        foreach (var group in Chain)
        {
            var name = $"{Name}:{group.Key}";
            var id = await teller.Governance.ConstituteAsync(
                new ConstituteGroup($"{group.Title} (demonstration)", group.Terms, group.Frequency, group.Parent is { } parent ? IdOf(parent) : null),
                Storyteller.OfficerOn(Constituted, name),
                teller.CancellationToken);
            for (var i = 0; i < group.Seats.Length; i++)
                await TellAsync(teller, id, group.Seats[i], $"{name}:seat-{i + 1}");
        }
    }

    private static async Task TellAsync(Storyteller teller, Guid group, FilledSeat seat, string name)
    {
        var first = new DateOnly(seat.Since, 9, 4);
        var id = await teller.Governance.CreateSeatAsync(
            new CreateSeat(group, seat.Title), Storyteller.OfficerOn(Constituted, name), teller.CancellationToken);
        await teller.Governance.NominateAsync(
            new NominateRepresentative(group, id, ForumStory.Person(name), seat.Role ?? "Parent of a child in a special school"),
            Coordinator(first.AddDays(-30), $"{name}:nominate"),
            teller.CancellationToken);
        await teller.Governance.AppointAsync(
            new AppointRepresentative(group, id, first), Storyteller.OfficerOn(first, $"{name}:appoint"), teller.CancellationToken);
        if (seat.Role is null)
        {
            var left = first.AddYears(3);
            await teller.Governance.VacateAsync(
                new VacateSeat(group, id, left, VacancyReason.TermEnded), Coordinator(left, $"{name}:vacate"), teller.CancellationToken);
        }
    }

    private static Guid IdOf(string key) => Storyteller.IdOf("group", $"{Name}:{key}");

    private static CommandContext Coordinator(DateOnly day, string name) => ForumStory.RunBy(ForumStory.North, day, name);

    private sealed record Group(string Key, string Title, string Terms, MeetingFrequency Frequency, string? Parent, params FilledSeat[] Seats);

    // Role is what everybody sees of who sits there since that year; null where they left after three years and nobody came.
    private sealed record FilledSeat(string Title, string? Role, int Since);
}
