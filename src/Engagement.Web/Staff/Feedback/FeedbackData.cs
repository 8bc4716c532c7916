using Engagement.Web.Components;

namespace Engagement.Web.Staff.Feedback;

/// <summary>An entry of the log without its words.</summary>
public sealed record LoggedEntry(
    string Id,
    FeedbackKind Kind,
    ServiceName? Service,
    string? District,
    DateOnly ReceivedOn,
    DateOnly? AcknowledgedOn,
    DateOnly? AnsweredOn,
    int Lessons,
    int Version)
{
    public string About => Service?.Name ?? "Another service";

    /// <summary>How long the person has waited, or did wait, in words.</summary>
    public string Clock(DateOnly today) => this switch
    {
        { AnsweredOn: { } answered } => $"Answered after {Days(ReceivedOn, answered)}",
        { AcknowledgedOn: null } => $"Waits for {Days(ReceivedOn, today)}, and has not been told that we have it",
        _ => $"Waits for {Days(ReceivedOn, today)}",
    };

    private static string Days(DateOnly from, DateOnly to) => Math.Max(0, to.DayNumber - from.DayNumber) switch
    {
        0 => "less than a day",
        1 => "1 day",
        var days => $"{days:N0} days",
    };
}

public sealed record ServiceName(string Name);

/// <summary>A service that people complain of or praise.</summary>
public sealed record ServiceChoice(string Code, string Name);

/// <summary>What was said and answered; null where it has been erased, or not been answered.</summary>
public sealed record EntryWords(string? Words, string? Answer);

public enum FeedbackKind
{
    Comment,
    Complaint,
    Compliment,
}

/// <summary>What can be chosen on these pages, by the names of the schema.</summary>
internal static class FeedbackTerms
{
    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("COMPLAINT", "A complaint", "Somebody is not content and wants it put right."),
        new("COMMENT", "A comment", "A remark or a suggestion."),
        new("COMPLIMENT", "A compliment", "Praise."),
    ];

    public static string Name(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Complaint => "Complaint",
        FeedbackKind.Comment => "Comment",
        _ => "Compliment",
    };
}

/// <summary>What an officer looks for in the log, as it stands in the address. What is not known is left out.</summary>
public sealed record FeedbackAsked(string? Kind, string? Service, bool All, bool Newest)
{
    public bool IsNarrowed => Kind is not null || Service is not null || All || Newest;

    public static FeedbackAsked Of(string? kind, string? service, string? show, string? order) => new(
        FeedbackTerms.Kinds.Any(one => one.Value == kind) ? kind : null, string.IsNullOrWhiteSpace(service) ? null : service, show == "all", order == "newest");

    public string Address(string? after = null) => Links.With(
        FeedbackLinks.List, ("kind", Kind), ("service", Service), ("show", All ? "all" : null), ("order", Newest ? "newest" : null), ("after", after));
}
