using Microsoft.Extensions.Localization;

namespace Engagement.Web.Home;

/// <summary>A consultation that waits for its answer, or has it: the answer is due within 12 weeks of its close.</summary>
public sealed record ClosedConsultation(string Slug, string Title, DateOnly? ClosesOn, DateOnly? ResponseDueOn, PublishedReport? Report)
{
    /// <summary>Where it stands with the promise, on a day.</summary>
    public string Clock(DateOnly today, IStringLocalizer<Texts> words) => (ResponseDueOn, Report) switch
    {
        (_, { } report) when ResponseDueOn is { } due && Dates.Day(report.PublishedAt) > due =>
            words["Answered on {0}, {1} days late", Dates.Text(report.PublishedAt), Dates.Day(report.PublishedAt).DayNumber - due.DayNumber],
        (_, { } report) => words["Answered on {0}", Dates.Text(report.PublishedAt)],
        ({ } due, null) when due < today => words["Our answer was due on {0}. It is {1} days late", Dates.Text(due), today.DayNumber - due.DayNumber],
        ({ } due, null) when due == today => words["Our answer is due today"],
        ({ } due, null) => words["Our answer is due by {0}. {1} days left", Dates.Text(due), due.DayNumber - today.DayNumber],
        _ => words["Closed"],
    };

    public bool IsLate(DateOnly today) => Report is null && ResponseDueOn < today;
}

public sealed record PublishedReport(DateTimeOffset PublishedAt);
