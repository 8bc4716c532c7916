namespace Engagement.Web.Staff.Consultations;

/// <summary>A consultation in the list.</summary>
public sealed record ConsultationRow(
    string Id, string Slug, string Title, ConsultationState State, DateOnly? OpensOn, DateOnly? ClosesOn, DateOnly? ResponseDueOn, ReportVersion? Report)
{
    /// <summary>What is known of its dates, in a sentence.</summary>
    public string When => this switch
    {
        { State: ConsultationState.Withdrawn } => "Given up",
        { State: ConsultationState.Closed, ClosesOn: { } day, Report: not null } => $"Closed on {Dates.Text(day)}. The report is published.",
        { State: ConsultationState.Closed, ClosesOn: { } day, ResponseDueOn: { } due } => $"Closed on {Dates.Text(day)}. The response is due on {Dates.Text(due)}.",
        { State: ConsultationState.Coming, OpensOn: { } day } => $"Opens on {Dates.Text(day)}",
        { State: ConsultationState.Paused } => "It takes no answers until it is resumed",
        { ClosesOn: { } day } => $"Closes on {Dates.Text(day)}",
        _ => "No closing date yet",
    };
}

public sealed record ReportVersion(int Version);

/// <summary>How far a consultation is; null where the role may not read it.</summary>
public sealed record RowFigures(int Responses, int Views, int Unread)
{
    public static RowFigures None { get; } = new(0, 0, 0);
}
