namespace Engagement.Web.Staff.Reminders;

/// <summary>How somebody's reminders stand.</summary>
public sealed record ReminderSettings(bool IsOn, bool IsConfirmed, bool IsRefused, IReadOnlyList<string> Kinds)
{
    /// <summary>What one can be reminded of, each with what it takes to have it to do.</summary>
    internal static IReadOnlyList<(string Kind, string Text, string Permission)> All { get; } =
    [
        ("RESPONSE_DUE", "Reports that are owed 12 weeks after a consultation closed", "consultations.publish-report"),
        ("COMMITMENT_DUE", "Promises to families, before, on and after their day", "loops.decide"),
        ("LOOP_ESCALATED", "Overdue loops that went to the next group by themselves", "loops.decide"),
        ("ERASURE_DUE", "Requests for erasure, which the law gives a month to answer", "erasure.decide"),
    ];
}
