using Engagement.Web.Documents;

namespace Engagement.Web.Staff.Consultations;

/// <summary>The forms by which a consultation that has been set up is run.</summary>
internal static class RunningPlans
{
    public const string Extend = "extend";
    public const string Correct = "correct";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string Late = "late";
    public const string Close = "close";
    public const string Report = "report";
    public const string Withdraw = "withdraw";

    private static readonly string ExtendDocument = GraphQLDocument.Read("Staff/Consultations/ExtendClosingDate.graphql");
    private static readonly string CorrectDocument = GraphQLDocument.Read("Staff/Consultations/CorrectClosingDate.graphql");
    private static readonly string PauseDocument = GraphQLDocument.Read("Staff/Consultations/PauseConsultation.graphql");
    private static readonly string ResumeDocument = GraphQLDocument.Read("Staff/Consultations/ResumeConsultation.graphql");
    private static readonly string LateDocument = GraphQLDocument.Read("Staff/Consultations/AcceptLateSubmissions.graphql");
    private static readonly string CloseDocument = GraphQLDocument.Read("Staff/Consultations/CloseConsultation.graphql");
    private static readonly string ReportDocument = GraphQLDocument.Read("Staff/Consultations/PublishReport.graphql");
    private static readonly string WithdrawDocument = GraphQLDocument.Read("Staff/Consultations/WithdrawConsultation.graphql");

    /// <summary>What can be done with it as it stands, and what that is for.</summary>
    public static IEnumerable<(string What, string Text, string Hint)> For(ConsultationFile file, Viewer viewer)
    {
        var edits = viewer.May("consultations.edit");
        if (edits && file.State is ConsultationState.Coming or ConsultationState.Open)
            yield return (Extend, "Give people longer", "Move the last day later.");
        if (edits && file.State is ConsultationState.Open)
            yield return (Pause, "Pause it", "Stop answers for a time, for example because the proposal was misprinted.");
        if (edits && file.State is ConsultationState.Paused)
            yield return (Resume, "Resume it", "Take answers again, with the days of the pause given back.");
        if (edits && file.State is ConsultationState.Closed && file.Report is null)
            yield return (Late, file.Late is null ? "Accept late answers" : "Change who may still answer late", "For example forms that are still in the post.");
        if (viewer.May("consultations.publish-report") && file.State is ConsultationState.Closed)
            yield return (Report, file.Report is null ? "Publish the report" : "Publish the next version of the report", "When every view has been read, and every theme has a response.");
        if (edits && file.State is ConsultationState.Closed && file.ClosedOn is null)
            yield return (Close, "Note the close", "It has closed by itself. This only notes it in the history.");
        if (edits && file is { IsOpened: true, Report: null, State: not ConsultationState.Withdrawn })
            yield return (Correct, "Correct the closing date", "Where it was recorded wrongly.");
        if (edits && file is { Report: null, State: not ConsultationState.Withdrawn })
            yield return (Withdraw, "Withdraw it", "give it up, with a reason that everybody reads.");
    }

    /// <summary>The form for something done with it; null where there is none of that name.</summary>
    /// <param name="what">Its name in the address.</param>
    /// <param name="file">The consultation.</param>
    /// <param name="today">In London.</param>
    /// <param name="blocksReport">What its report waits for.</param>
    public static FormPlan? Of(string what, ConsultationFile file, DateOnly today, IReadOnlyList<string> blocksReport)
    {
        var plan = what switch
        {
            Extend => ExtendIt(file),
            Correct => CorrectIt(file),
            Pause => PauseIt(file),
            Resume => ResumeIt(file, today),
            Late => AcceptLate(file),
            Close => CloseIt,
            Report => PublishReport(file, blocksReport),
            Withdraw => WithdrawIt(file),
            _ => null,
        };
        return plan is null ? null : plan with { Ids = SetupPlans.IdsOf(file), Version = file.Version };
    }

    /// <summary>What has just been done, in words.</summary>
    public static string? Done(string? what, ConsultationFile file) => what switch
    {
        "opened" when file.State is ConsultationState.Coming => $"It is announced. It opens by itself on {Dates.Text(file.OpensOn!.Value)}.",
        "opened" => "The consultation is open, and so are its surveys.",
        "opened-alone" => "The consultation is open, but a survey of it is not. Open it below, so that people can answer.",
        Extend => "People have longer. The new date shows everywhere.",
        Correct => "The closing date is put right.",
        Pause => "The consultation is paused. Nobody can answer until it is resumed.",
        Resume => "The consultation takes answers again.",
        Late => "Late answers are accepted, as you said.",
        Close => "The close is noted in the history.",
        Report => "The report is published. Everybody can read it.",
        Withdraw => "The consultation is withdrawn. What people said stays, and is still answered.",
        _ => null,
    };

    private static FormPlan ExtendIt(ConsultationFile file) => new("Give people longer", "Move the last day", ExtendDocument, "extendClosingDate",
    [
        new("closesOn", "New last day", FieldKind.Day) { Hint = $"Later than {Day(file.ClosesOn)}.", WhenMissing = "Enter the new last day" },
        new("reason", "Why", FieldKind.Words) { Hint = "Everybody can read it." },
    ])
    {
        Lead = ["A closing date only moves later. People may have planned by it."],
        Now = [("Last day", Day(file.ClosesOn))],
        Law = Law.EnoughTime,
        WillHappen = ["Everybody sees the new date and your reason at once.", "Its surveys stay open as long.", "It cannot be brought forward again.", "The response is due 12 weeks after the new date."],
    };

    private static FormPlan CorrectIt(ConsultationFile file) => new("Correct the closing date", "Correct the date", CorrectDocument, "correctClosingDate",
    [
        new("closesOn", "The right last day", FieldKind.Day) { Hint = $"Later than {Day(file.ClosesOn)}.", WhenMissing = "Enter the right last day" },
        new("source", "Where the right date is written") { Hint = "For example: the letter to families, page 1." },
        new("reason", "Why the date was wrong", FieldKind.Words) { Hint = "Everybody can read it." },
    ])
    {
        Lead = ["Use this where another date was told to people than was recorded here. To give people longer, extend it instead. People may have relied on either date, so the later one holds."],
        Now = [("Last day", Day(file.ClosesOn))],
        Law = Law.EnoughTime,
        WillHappen =
        [
            "The right date, your reason and its source show in the history for everybody. The wrong date stays readable.",
            file.State is ConsultationState.Closed ? "It has closed. Where the right date is today or later, it opens again up to that date." : "Its surveys stay open as long.",
        ],
    };

    private static FormPlan PauseIt(ConsultationFile file) => new("Pause the consultation", "Pause it", PauseDocument, "pauseConsultation",
        [new("reason", "Why", FieldKind.Words) { Hint = "Everybody can read it." }])
    {
        Lead = ["Pause it where people would answer something wrong: a misprint, or a survey that does not work for some."],
        WillHappen =
        [
            "From today nobody can send an answer. Drafts that people saved are kept.",
            "Its page says that it is paused, and why.",
            "It does not open again by itself. When you resume it, the days of the pause are given back.",
        ],
        StoppedBy = file.State is ConsultationState.Open ? [] : ["Only a consultation that is open can be paused."],
    };

    private static FormPlan ResumeIt(ConsultationFile file, DateOnly today)
    {
        var earliest = file is { ClosesOn: { } closes, PausedOn: { } paused } ? closes.AddDays(Math.Max(0, today.DayNumber - paused.DayNumber)) : (DateOnly?)null;
        return new FormPlan("Resume the consultation", "Resume it", ResumeDocument, "resumeConsultation",
        [
            new("closesOn", "New last day", FieldKind.Day)
            {
                Hint = $"{Day(earliest)} or later: as many days later as the pause was long.",
                WhenMissing = "Enter the new last day",
                First = earliest is { } day ? [Dates.Machine(day)] : [],
            },
        ])
        {
            Lead = ["People were promised a number of days. The pause took some of them, so they are given back."],
            Now = [("Paused since", Day(file.PausedOn)), ("Why", file.PausedBecause ?? ""), ("Last day before the pause", Day(file.ClosesOn))],
            Law = Law.EnoughTime,
            WillHappen = ["People can answer again at once, up to the new last day."],
            StoppedBy = file.State is ConsultationState.Paused ? [] : ["This consultation is not paused."],
        };
    }

    private static FormPlan AcceptLate(ConsultationFile file) => new("Accept late answers", "Accept late answers", LateDocument, "acceptLateSubmissions",
    [
        new("forWhom", "Whose late answers count") { Hint = "For example: forms in the post.", First = file.Late is { } late ? [late.ForWhom] : [] },
        new("until", "The last day on which they may come", FieldKind.Day)
        {
            Hint = $"After {Day(file.ClosesOn)}.", WhenMissing = "Enter the last day on which they may come", First = file.Late is { } before ? [Dates.Machine(before.Until)] : [],
        },
        new("reason", "Why", FieldKind.Words) { Hint = "Everybody can read it.", First = file.Late is { } given ? [given.Reason] : [] },
    ])
    {
        Lead = ["What comes after the close does not count unless somebody decides that it does, for all in the same position and not one by one."],
        WillHappen = ["Its page says whose answers still count, up to which day, and why.", "Paper forms received after the close can be typed in, each with its reason."],
        Law = Law.EnoughTime,
        StoppedBy = file.State is ConsultationState.Closed ? [] : ["It has not closed yet. Answers are taken as usual."],
    };

    private static FormPlan CloseIt { get; } = new("Note the close", "Note the close", CloseDocument, "closeConsultation", [])
    {
        Lead = ["A consultation closes by itself at the end of its last day, and never earlier. This only notes in its history that it has."],
    };

    private static FormPlan PublishReport(ConsultationFile file, IReadOnlyList<string> blocks) => new(
        file.Report is null ? "Publish the report" : "Publish the next version of the report", "Publish the report", ReportDocument, "publishReport",
        [new("url", "Address of the report") { Hint = "A page that everybody can read. It begins with https://" }])
    {
        Lead = ["The report says what people said and what becomes of it. It goes to whoever decides, before they decide."],
        Law = Law.ConsciousConsideration,
        Now = file.Report is { } report ? [("Published", $"Version {report.Version}, on {Dates.Text(report.PublishedAt)}: {report.Url}")] : [],
        WillHappen =
        [
            "Everybody can read the report from the consultation's page.",
            "It is never taken back: a later version stands beside it.",
            "After it the closing date cannot be corrected, no late answers are taken, and the consultation cannot be withdrawn.",
        ],
        StoppedBy = blocks,
    };

    private static FormPlan WithdrawIt(ConsultationFile file) => new("Withdraw the consultation", "Withdraw it for good", WithdrawDocument, "withdrawConsultation",
        [new("reason", "Why", FieldKind.Words) { Hint = file.IsOpened ? "Everybody can read it." : "It stays with the draft." }])
    {
        IsGrave = true,
        Lead = [file.IsOpened ? "Withdraw it where the proposal is given up. To mend something and go on, pause it instead." : "A draft that is withdrawn is given up. To go on with it later, leave it as it is."],
        WillHappen = file.IsOpened
            ?
            [
                "Nobody can answer any more. Its page stays, and says that it was withdrawn, and why.",
                "What people have said stays, and is still read and answered.",
                "It cannot be opened again. A new consultation would have to be drafted.",
            ]
            : ["The draft cannot be opened any more. A new one would have to be drafted."],
    };

    private static string Day(DateOnly? day) => day is { } known ? Dates.Text(known) : "not set";
}
