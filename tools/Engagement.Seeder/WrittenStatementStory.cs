using Bogus;
using Engagement.Activities;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Seeder.Texts;

namespace Engagement.Seeder;

/// <summary>
/// The Written Statement of Action, June 2019 to December 2020: 221 activities with 2,466 attendances, and what was said at them, coded to standing themes.
/// </summary>
internal static class WrittenStatementStory
{
    public const string Name = "written-statement";
    public const int AllActivities = 221;
    public const int AllAttendances = 2_466;

    /// <summary>The activity that only three people came to, from 1.</summary>
    public const int OfThree = 7;

    /// <summary>The activity whose attendance was corrected.</summary>
    public const int Corrected = 21;

    private const int Seed = 2019_06;
    private const int Participants = 420;

    private static readonly DateOnly Begins = new(2019, 6, 3);
    private static readonly DateOnly Ends = new(2020, 12, 11);
    private static readonly DateOnly HallsClosed = new(2020, 3, 23);
    private static readonly ViewWriter Writer = new(Seed);

    /// <summary>When the halls closed, these could not be held.</summary>
    private static readonly string[] Cancelled =
    [
        "Coffee morning for new families",
        "Workshop: a plan that its owner can read",
        "Focus group: help while you wait",
        "Support group for fathers and grandfathers",
        "Youth meeting: quiet places",
        "Meeting with voluntary groups",
    ];

    private static readonly LundyPlan ForParents = new(
        "A room near where people live, with tea and no desk between us. Nobody's name leaves the room.",
        "Questions are sent a week before, and can be answered by telephone or in writing too.",
        "The officer who writes the plan is in the room and takes the notes.",
        "What is said goes to the working group of the same month, and its answer comes back to everybody who came.");

    private static readonly LundyPlan ForYoungPeople = new(
        "A place young people chose, with a quiet room beside it and a worker they know.",
        "Pictures, signs and drawing; answers may come the day after, by voice message.",
        "The head of service comes to listen for the last half hour.",
        "Three things that young people choose are answered within six weeks, in a short film.");

    public static string ActivityName(int number) => $"{Name}:activity-{number}";

    public static string ThemeName(TextPoint point) => $"{Name}:theme:{point.Key}";

    public static async Task TellAsync(Storyteller teller, StorySize size, LoadProgress progress)
    {
        await teller.AtOnceAsync(TextBank.Instance.Points, point => teller.Feedback.OpenThemeAsync(
            new OpenTheme(null, point.Title, point.YouSaid), Storyteller.OfficerOn(Begins, ThemeName(point)), teller.CancellationToken));

        await teller.AtOnceAsync(Plan().Take(size.Activities), async plan =>
        {
            await TellAsync(teller, plan);
            progress.Advance();
        });

        await teller.AtOnceAsync(Enumerable.Range(0, Cancelled.Length), i => CancelAsync(teller, i));
    }

    /// <summary>All of them, in the order of their days.</summary>
    internal static IReadOnlyList<PlannedOccasion> Plan()
    {
        var random = new Randomizer(Seed);
        var length = Ends.DayNumber - Begins.DayNumber;
        DateOnly[] days = [.. Enumerable.Range(0, AllActivities).Select(i => WorkingDay(Begins.AddDays(length * i / (AllActivities - 1))))];
        PlannedOccasion[] plan = [.. days.Select((day, i) => Draw(i + 1, day, random))];
        plan[OfThree - 1] = plan[OfThree - 1] with { Attending = 3 };
        return Balance(plan);
    }

    private static PlannedOccasion Draw(int number, DateOnly day, Randomizer random)
    {
        var audience = random.WeightedRandom(
            [Audience.ParentsAndCarers, Audience.YoungPeople, Audience.Staff, Audience.Organisations], [0.6f, 0.25f, 0.1f, 0.05f]);
        var kind = random.WeightedRandom(
            [ActivityKind.FocusGroup, ActivityKind.Workshop, ActivityKind.Meeting, ActivityKind.OneToOne, ActivityKind.SupportGroup],
            [0.3f, 0.22f, 0.2f, 0.1f, 0.18f]);
        var level = random.WeightedRandom(Enum.GetValues<EngagementLevel>(), [0.12f, 0.34f, 0.26f, 0.18f, 0.1f]);
        var attending = kind switch
        {
            ActivityKind.OneToOne => 1,
            ActivityKind.FocusGroup => random.Int(6, 12),
            ActivityKind.Workshop => random.Int(10, 24),
            ActivityKind.Meeting => random.Int(8, 20),
            _ => random.Int(4, 13),
        };
        var voice = VoiceOf(audience);
        var point = random.ArrayElement(TextBank.Instance.ByVoice[voice].ToArray());
        var online = day >= HallsClosed || random.Bool(0.1f);
        return new PlannedOccasion(
            number, day, kind, level, audience, point, online ? null : random.WeightedRandom(DistrictShares.Codes, DistrictShares.OfChildren), attending);
    }

    /// <summary>Some people more or fewer in the larger groups, until the attendances come to what was counted.</summary>
    private static PlannedOccasion[] Balance(PlannedOccasion[] plan)
    {
        var missing = AllAttendances - plan.Sum(occasion => occasion.Attending);
        for (var i = 0; missing != 0; i = (i + 1) % plan.Length)
        {
            if (plan[i].Kind is not (ActivityKind.Workshop or ActivityKind.Meeting) || plan[i].Number == OfThree || (missing < 0 && plan[i].Attending < 6))
                continue;

            plan[i] = plan[i] with { Attending = plan[i].Attending + Math.Sign(missing) };
            missing -= Math.Sign(missing);
        }

        return plan;
    }

    private static async Task TellAsync(Storyteller teller, PlannedOccasion occasion)
    {
        var name = ActivityName(occasion.Number);
        var random = new Randomizer(Seed + occasion.Number);
        var id = await PlanAsync(teller, name, Title(occasion), occasion, random);

        await teller.Activities.SendInvitationsAsync(
            new SendInvitations(
                id,
                occasion.Attending * random.Int(2, 5),
                random.ArrayElement(["E-mail to the families' list", "Letter", "Through schools", "Through the parents' forum"])),
            Storyteller.OfficerOn(occasion.Day.AddDays(-16), $"{name}:invite"),
            teller.CancellationToken);
        if (random.Bool(0.6f))
        {
            var kind = random.ArrayElement(
                [SupportKind.Interpreter, SupportKind.Transport, SupportKind.Childcare, SupportKind.QuietSpace, SupportKind.Expenses]);
            await teller.Activities.OfferSupportAsync(
                new OfferSupport(id, kind, "Ask for it when you answer the invitation, by telephone or e-mail"),
                Storyteller.OfficerOn(occasion.Day.AddDays(-15), $"{name}:support"),
                teller.CancellationToken);
        }

        await teller.Activities.HoldAsync(new HoldActivity(id, occasion.Day), Storyteller.OfficerOn(occasion.Day, $"{name}:hold"), teller.CancellationToken);
        await AttendAsync(teller, name, id, occasion, random);
        await NoteAsync(teller, name, id, occasion, random);
    }

    private static Task<Guid> PlanAsync(Storyteller teller, string name, string title, PlannedOccasion occasion, Randomizer random)
    {
        var young = occasion.Audience == Audience.YoungPeople;
        return teller.Activities.PlanAsync(
            new PlanActivity(
                title,
                occasion.Kind,
                occasion.Level,
                occasion.Audience,
                young,
                null,
                occasion.Day,
                occasion.District,
                random.ArrayElement(Enum.GetValues<CycleStage>()),
                young ? ForYoungPeople : ForParents,
                young ? "Two workers with checks, parents know the time and the place, and the safeguarding lead can be reached." : null),
            Storyteller.OfficerOn(occasion.Day.AddDays(-21), name),
            teller.CancellationToken);
    }

    private static async Task AttendAsync(Storyteller teller, string name, Guid id, PlannedOccasion occasion, Randomizer random)
    {
        var identified = random.Int(0, occasion.Attending * 2 / 3);
        var first = random.Int(0, Participants - 1);
        Guid[] known = [.. Enumerable.Range(first, identified).Select(i => DeterministicId.From("demonstration-participant", $"{i % Participants}"))];
        var counted = occasion.Attending - identified;
        var wrong = occasion.Number == Corrected ? counted + 2 : counted;
        await teller.Activities.RecordAttendanceAsync(
            new RecordAttendance(id, known, wrong, null), Storyteller.OfficerOn(occasion.Day, $"{name}:attendance"), teller.CancellationToken);
        if (wrong != counted)
        {
            await teller.Activities.RecordAttendanceAsync(
                new RecordAttendance(id, known, counted, "Two of the facilitators had been counted"),
                Storyteller.OfficerOn(occasion.Day.AddDays(3), $"{name}:attendance-corrected"),
                teller.CancellationToken);
        }

        if (known.Length > 0 && random.Bool(0.5f))
        {
            // What it was planned as and how it was found are not always the same.
            var found = (EngagementLevel)Math.Max(0, (int)occasion.Level - random.Int(0, 1));
            await teller.Activities.AssessLevelAsync(
                new AssessLevel(id, known[0], found), Storyteller.OfficerOn(occasion.Day.AddDays(1), $"{name}:level"), teller.CancellationToken);
        }
    }

    private static async Task NoteAsync(Storyteller teller, string name, Guid id, PlannedOccasion occasion, Randomizer random)
    {
        var written = Enumerable.Range(0, Math.Min(occasion.Attending, random.Int(1, 4))).Select(i => Note(occasion, i)).ToArray();
        await teller.Activities.RecordNotesAsync(
            new RecordNotes(id, [.. written.Select(view => new ActivityNote(view.Text, random.Bool(0.04f), null, null, view.Phase))]),
            Storyteller.OfficerOn(occasion.Day.AddDays(1), $"{name}:notes"),
            teller.CancellationToken);
        for (var i = 0; i < written.Length; i++)
        {
            await Coder.CodeAsync(
                teller,
                $"{name}:note-{i + 1}",
                View.IdFor(id, $"note-{i + 1}"),
                Coder.Read(written[i], Seed, occasion.Number * 10 + i),
                point => Storyteller.IdOf("theme", ThemeName(point)),
                occasion.Day.AddDays(9));
        }
    }

    // Half of what is said at an occasion is about what it was called for.
    private static WrittenView Note(PlannedOccasion occasion, int i)
    {
        var number = occasion.Number * 10 + i;
        return i % 2 == 0 ? Writer.Write(occasion.About, number) : Writer.Write(occasion.About.Voice, number);
    }

    private static async Task CancelAsync(Storyteller teller, int index)
    {
        var name = $"{Name}:cancelled-{index + 1}";
        var day = HallsClosed.AddDays(1 + index);
        var young = index == 4;
        var occasion = new PlannedOccasion(
            0,
            day,
            ActivityKind.Meeting,
            EngagementLevel.Engaging,
            young ? Audience.YoungPeople : Audience.ParentsAndCarers,
            TextBank.Instance.Points[0],
            DistrictShares.Codes[index * 2],
            0);
        var id = await PlanAsync(teller, name, $"{Cancelled[index]} (demonstration)", occasion, new Randomizer(Seed - index));
        await teller.Activities.CancelAsync(
            new CancelActivity(id, "Halls and schools are closed to visitors. We will ring everybody who was invited."),
            Storyteller.OfficerOn(day.AddDays(-5), $"{name}:cancel"),
            teller.CancellationToken);
    }

    private static string Title(PlannedOccasion occasion)
    {
        var kind = occasion.Kind switch
        {
            ActivityKind.FocusGroup => "Focus group",
            ActivityKind.Workshop => "Workshop",
            ActivityKind.Meeting => "Meeting",
            ActivityKind.OneToOne => "Conversation",
            _ => "Support group",
        };
        return $"{kind}: {occasion.About.Title} (demonstration)";
    }

    private static Voice VoiceOf(Audience audience) => audience switch
    {
        Audience.ParentsAndCarers => Voice.Parents,
        Audience.YoungPeople => Voice.YoungPeople,
        _ => Voice.Organisations,
    };

    private static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
