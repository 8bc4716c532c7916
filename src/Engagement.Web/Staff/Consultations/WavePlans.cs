using Engagement.Web.Components;
using Engagement.Web.Consultations;
using Engagement.Web.Documents;

namespace Engagement.Web.Staff.Consultations;

/// <summary>The forms by which runs of surveys are scheduled and changed.</summary>
internal static class WavePlans
{
    public const string Open = "open";
    public const string Extend = "extend";
    public const string Close = "close";
    public const string Reopen = "reopen";
    public const string Invitations = "invitations";
    public const string ChangeVersion = "version";

    private static readonly string ScheduleDocument = GraphQLDocument.Read("Staff/Consultations/ScheduleWave.graphql");
    private static readonly string OpenDocument = GraphQLDocument.Read("Staff/Consultations/OpenScheduledWave.graphql");
    private static readonly string ExtendDocument = GraphQLDocument.Read("Staff/Consultations/ExtendWave.graphql");
    private static readonly string CloseDocument = GraphQLDocument.Read("Staff/Consultations/CloseWave.graphql");
    private static readonly string ReopenDocument = GraphQLDocument.Read("Staff/Consultations/ReopenWave.graphql");
    private static readonly string InvitationsDocument = GraphQLDocument.Read("Staff/Consultations/FixInvitationList.graphql");
    private static readonly string VersionDocument = GraphQLDocument.Read("Staff/Consultations/ChangeWaveVersion.graphql");

    /// <summary>Scheduling one: of a consultation, with its dates, or standing by itself.</summary>
    public static FormPlan Schedule(IReadOnlyList<InstrumentChoice> instruments, ConsultationFile? file)
    {
        var published = instruments.Where(instrument => instrument.PublishedVersion is not null).ToList();
        return new FormPlan(file is null ? "Schedule a survey" : "Survey", "Schedule the survey", ScheduleDocument, "scheduleWave",
        [
            new("instrumentId", "Which questions", FieldKind.OneOfMany)
            {
                Hint = "Sets of questions that have been published. They are written under Surveys.",
                Choices = [new("", "Choose"), .. published.Select(instrument => new Choice(instrument.Id, $"{instrument.Title} (version {instrument.PublishedVersion})"))],
                WhenMissing = "Choose which questions are asked",
            },
            new("title", "What staff call it") { Hint = "For example: Parents, autumn." },
            new("audience", "Whom it asks", FieldKind.OneOf) { Hint = "One group: their answers are counted by themselves. For another group schedule the same questions again.", Choices = ConsultationWords.Audiences, WhenMissing = "Choose whom it asks" },
            .. file is null ? OwnDates : [],
            new("frequency", "How often the same is asked", FieldKind.OneOfMany)
            {
                Choices =
                [
                    new("ONCE", WaveFrequency.Once.Words()), new("MONTHLY", WaveFrequency.Monthly.Words()), new("TERMLY", WaveFrequency.Termly.Words()),
                    new("TWICE_A_YEAR", WaveFrequency.TwiceAYear.Words()), new("YEARLY", WaveFrequency.Yearly.Words()),
                ],
                WhenMissing = "Choose how often it is asked",
            },
        ])
        {
            Lead = file is null
                ? ["A survey that stands by itself has its own dates. One of a consultation is scheduled from the consultation, and has its dates."]
                : ["A consultation can have several surveys, such as one for young people beside one for parents. They have its dates, and are opened with it."],
            StoppedBy = published.Count == 0
                ? ["No set of questions has been published yet. Write and publish one under Surveys first, and come back."]
                : file?.State is ConsultationState.Closed or ConsultationState.Withdrawn ? ["This consultation takes no more surveys."] : [],
            Ids = file is null ? new Dictionary<string, object?>() : SetupPlans.IdsOf(file),
        };
    }

    /// <summary>What can be done with a run as it stands, by its name in the address.</summary>
    public static IEnumerable<(string What, string Text)> For(ScheduledWave wave)
    {
        if (wave.Wave is null)
            yield return (Open, "Open it");
        if (wave.HasNewerQuestions)
            yield return (ChangeVersion, "Ask the newest version");
        if (wave.Wave is not { State: WaveState.Closed })
            yield return (Invitations, wave.Invitations is null ? "Say how many are invited" : "Correct the invitations");
        if (wave.Consultation is null && wave.Wave is { State: not WaveState.Closed })
            yield return (Extend, "Give people longer");
        if (wave.Consultation is null && wave.Wave is { State: WaveState.Closed })
            yield return (Reopen, "Open it again");
        if (wave.Wave is { State: WaveState.Closed, ClosedOn: null })
            yield return (Close, "Note the close in its history");
    }

    /// <summary>The form for something done with a run; null where there is none of that name.</summary>
    public static FormPlan? Of(string what, ScheduledWave wave, IReadOnlyList<DenominatorSet> sets)
    {
        var plan = what switch
        {
            Open => OpenOne(wave, sets),
            Extend => ExtendOne(wave),
            Close => CloseOne,
            Reopen => ReopenOne(wave),
            Invitations => InviteFor(wave),
            ChangeVersion => ChangeVersionOf(wave),
            _ => null,
        };
        return plan is null ? null : plan with { Ids = new Dictionary<string, object?> { ["waveId"] = wave.Id }, Version = wave.Version };
    }

    private static PlannedField[] OwnDates =>
    [
        new("opensOn", "First day", FieldKind.Day) { Hint = "Today or later.", WhenMissing = "Enter the first day" },
        new("closesOn", "Last day", FieldKind.Day) { Hint = "It closes by itself at midnight at the end of this day.", WhenMissing = "Enter the last day" },
    ];

    private static FormPlan OpenOne(ScheduledWave wave, IReadOnlyList<DenominatorSet> sets) => new("Open the survey", "Open the survey", OpenDocument, "openScheduledWave",
    [
        new("denominatorSetId", "The people it could reach", FieldKind.OneOfMany)
        {
            Hint = "Where they are counted. An open link has no response rate; its reach is measured against these people.",
            Choices = [new("", "Not counted"), .. sets.Select(set => new Choice(set.Id, $"{set.Title}, {Dates.Text(set.AsAt)}: {set.Total:N0}"))],
            Optional = true,
        },
    ])
    {
        Lead = ["This settles which version of the questions is asked: the newest that is published."],
        WillHappen =
        [
            $"People are asked version {wave.Instrument?.PublishedVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "1"} of {wave.InstrumentTitle}. These questions cannot change any more; a later version can take their place.",
            wave.Consultation is null ? "They can answer from its first day to the end of its last." : "They can answer for as long as its consultation is open.",
        ],
        StoppedBy = wave.Wave is null ? [] : ["It has been opened already."],
    };

    private static FormPlan ExtendOne(ScheduledWave wave) => new("Give people longer", "Move the last day", ExtendDocument, "extendWave",
    [
        new("closesOn", "New last day", FieldKind.Day) { Hint = LaterThan(wave), WhenMissing = "Enter the new last day" },
        new("reason", "Why", FieldKind.Words),
    ])
    {
        Lead = ["A last day only moves later: people may have planned by it."],
        WillHappen = ["Everybody sees the new date at once. It cannot be brought forward again."],
        Law = Law.EnoughTime,
        StoppedBy = OfItsConsultation(wave),
    };

    private static FormPlan CloseOne { get; } = new("Note the close", "Note the close", CloseDocument, "closeWave", [])
    {
        Lead = ["A survey closes by itself after its last day. This only notes it in its history."],
    };

    private static FormPlan ReopenOne(ScheduledWave wave) => new("Open the survey again", "Open it again", ReopenDocument, "reopenWave",
    [
        new("closesOn", "New last day", FieldKind.Day) { Hint = "Today or later.", WhenMissing = "Enter the new last day" },
        new("reason", "Why it takes answers again", FieldKind.Words) { Hint = "For example: its link did not work for two days." },
    ])
    {
        WillHappen = ["People can answer again, up to the new last day. Whoever has answered can change their answers until then."],
        StoppedBy = OfItsConsultation(wave),
    };

    private static FormPlan InviteFor(ScheduledWave wave) => new("How many are invited", "Save the invitation list", InvitationsDocument, "fixInvitationList",
    [
        new("invited", "How many people are invited", FieldKind.Number)
        {
            WhenMissing = "Enter how many people are invited, in figures", First = wave.Invitations is { } list ? [$"{list.Invited}"] : [],
        },
        new("undeliverable", "How many invitations could not be delivered", FieldKind.Number)
        {
            Hint = "0 where you know of none.",
            WhenMissing = "Enter how many could not be delivered, in figures",
            First = [$"{wave.Invitations?.Undeliverable ?? 0}"],
        },
    ])
    {
        Lead =
        [
            "Only a survey with a list of those invited has a response rate: those who answered, of those whom the invitation could reach. Leave this out for an open link.",
            "The number is fixed before people answer, so that nobody can mend a rate afterwards. What could not be delivered can be corrected until it closes.",
        ],
    };

    private static FormPlan ChangeVersionOf(ScheduledWave wave) => new("Ask the newest version", "Ask the newest version", VersionDocument, "changeWaveVersion", [])
    {
        WillHappen =
        [
            $"From now on people are asked version {wave.Instrument?.PublishedVersion} in place of version {wave.Wave?.InstrumentVersion}.",
            "Whoever has answered keeps the version that they answered. What that means for comparing them is declared with the survey's questions.",
        ],
        StoppedBy = wave.HasNewerQuestions ? [] : ["It asks the newest version already, or it has closed."],
    };

    private static string LaterThan(ScheduledWave wave) => wave.LastDay is { } day ? $"Later than {Dates.Text(day)}." : "Later than now.";

    private static IReadOnlyList<string> OfItsConsultation(ScheduledWave wave) =>
        wave.Consultation is null ? [] : ["It has the dates of its consultation. Extend or correct them there."];
}
