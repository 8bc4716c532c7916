namespace Engagement.Web.Staff;

public sealed record StaffConsultation(
    string? Id, string Slug, string Title, ConsultationState State, DateOnly? ClosesOn, DateOnly? ResponseDueOn)
{
    /// <summary>In the place of a consultation for what was said outside any: it has no id.</summary>
    public static StaffConsultation Outside { get; } = new(null, "outside", "Outside consultations", ConsultationState.Open, null, null);

    public bool IsOutside => Id is null;
}

public sealed record ChannelCount(Channel Channel, int Count);

public enum Channel
{
    Web,
    Api,
    Paper,
}

/// <summary>A view as officers read it; <c>Text</c> is null when its words have been erased.</summary>
public sealed record StaffView(
    string Id, string? Text, string QuestionText, DateTimeOffset SaidAt, ViewState State, IReadOnlyList<ThemeTitle> Themes, int Version = 0);

public sealed record ThemeTitle(string Title);

public enum ViewState
{
    Unread,
    Coded,
    NotCodable,
    Withdrawn,
}

public sealed record Theme(string Id, string Title, string Summary, int ViewCount, LoopSummary? Loop);

public sealed record LoopSummary(string Id, LoopState State);

public enum LoopState
{
    Opened,
    Decided,
    Committed,
    Acted,
    Published,
    Told,
}
