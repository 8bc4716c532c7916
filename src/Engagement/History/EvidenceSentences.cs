using System.Globalization;
using Engagement.Common;
using Engagement.EvidencePacks;
using Engagement.Governance;
using Engagement.KeyActions;
using Engagement.Measures;
using static Engagement.History.Sentences;

namespace Engagement.History;

internal static class EvidenceSentences
{
    public static void AddTo(Sentences sentences)
    {
        sentences
            .Tell<ActionAdopted>(e => new Told($"The action was taken on: {e.Title} ({e.Source})").Setting("Taken on", e.AdoptedOn))
            .Tell<MilestoneSet>(e => new Told($"A milestone was set, for {LondonCalendar.Text(e.DueOn)}: {e.Text}"))
            .Tell<MilestoneDueDateChanged>(e => new Told($"The day of a milestone was moved to {LondonCalendar.Text(e.DueOn)}", e.Reason))
            .Tell<MilestoneProgressReported>(e => new Told($"A milestone was said to be {(e.OnTrack ? "on track" : "not on track")}", e.Progress))
            .Tell<MilestoneAchieved>(e => new Told("A milestone was achieved, with evidence", e.Evidence).Setting("Achieved on", e.AchievedOn))
            .Tell<MilestoneMissed>(e => new Told($"The day of a milestone was over, and it was not there: {LondonCalendar.Text(e.DueOn)}"))
            .Tell<CoproductionLinked>(e => new Told($"It was linked how families shaped it, in the {Words(e.Kind)} “{e.Title}”", e.How))
            .Tell<CoproductionAbsenceRecorded>(e => new Told("It was recorded why families did not shape it", e.Reason))
            .Tell<ActionCompleted>(e => new Told("The action was complete").Setting("Complete on", e.CompletedOn));
        sentences
            .Tell<MeetingScheduled>(e => new Told("The meeting was scheduled").Setting("Day", e.OnDay))
            .Tell<RepInvited>(e => new Told($"A representative of parents and carers was invited, with papers of {LondonCalendar.Text(e.PapersSentOn)}"))
            .Tell<MeetingHeld>(e => new Told("The meeting was held").Setting("Day", e.HeldOn))
            .Tell<AttendanceTaken>(e => new Told(
                $"{Count(e.Seats.Count(seat => seat.Attendance is Attendance.Attended or Attendance.Substitute), "seat", "seats")} of {e.Seats.Count} for parents and carers were filled"))
            .Tell<MinutesApproved>(e => new Told("The minutes were approved").Setting("Minutes approved on", e.ApprovedOn))
            .Tell<MeetingCancelled>(e => new Told("The meeting was called off", e.Reason))
            .Tell<BarrierRaised>(e => new Told($"It was raised what stands in the way: {e.Title}", e.Detail).Setting("Raised on", e.RaisedOn))
            .Tell<BarrierEscalated>(e => new Told("It went up to the group above", e.Reason))
            .Tell<BarrierResolved>(e => new Told("It is gone", e.Resolution).Setting("Gone on", e.ResolvedOn));
        sentences
            .Tell<MeasureDefined>(e => new Told($"The measure was taken in as the document has it: {e.Code}, {e.Name}"))
            .Tell<BaselineSet>(e => new Told($"The baseline was set to {Number(e.Value)}, approved by {e.ApprovedByRole}", e.Note).Setting("Baseline as at", e.AsAt))
            .Tell<BaselineRebased>(e => new Told($"The baseline was changed to {Number(e.Value)}, approved by {e.ApprovedByRole}", e.Reason).Setting("Baseline as at", e.AsAt))
            .Tell<TargetSet>(e => new Told($"The target for {e.Period} was set: {Target(e.Kind, e.Value, e.Text)}"))
            .Tell<TargetReviewed>(e => new Told($"The target for {e.Period} was changed: {Target(e.Kind, e.Value, e.Text)}", e.Reason))
            .Tell<InterpretationApproved>(e => new Told(
                $"An improvement by some percent is read {(e.Reading == ImprovementReading.Points ? "in points" : "as a part of the baseline")}, approved by {e.ApprovedByRole}", e.Reason))
            .Tell<StatementsNamed>(e => new Told($"Survey waves report it by themselves, from {Count(e.Statements.Count, "statement", "statements")} ({Words(e.Audience)}{(Phase.Find(e.Phase) is { } phase ? $", {phase.Name.ToLowerInvariant()}" : "")})"))
            .Tell<ActualReported>(e => new Told($"The figure of {e.Period} was reported{(e.WaveId is null ? "" : " from a survey wave")}: {Figure(e.Value, e.Text)}"))
            .Tell<MeetingsCounted>(e => new Told(
                $"The figure of {e.Period} was counted from meetings: {e.Part} of {Count(e.Whole, "group", "groups")} that met had identified parents’ representatives and invited them to all"))
            .Tell<ActualCorrected>(e => new Told($"The figure of {e.Period} was corrected: {Figure(e.Value, e.Text)}", e.Reason))
            .Tell<RatingOverridden>(e => new Told($"{e.Period} was rated {Words(e.Rating)} by {e.ByRole}, whatever the rule says", e.Reason));
        sentences
            .Tell<EvidencePackAsked>(e => new Told($"An evidence pack was asked for, as at {LondonCalendar.Text(LondonCalendar.DayOf(e.AsAt))}, {LondonCalendar.TimeText(e.AsAt)}"))
            .Tell<EvidencePackMade>(e => new Told($"It was made. The SHA-256 of its manifest is {e.ManifestHash}"))
            .Tell<EvidencePackFailed>(e => new Told("It could not be made", e.Because))
            .Tell<EvidencePackTaken>(e => new Told($"Somebody took it, as {e.File}"));
    }

    private static string Target(TargetKind kind, decimal? value, string? text) => text ?? (value is { } number ? $"{Words(kind)} {Number(number)}" : Words(kind));

    private static string Figure(decimal? value, string? text) => value is { } number ? Number(number) : text ?? "nothing";

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
