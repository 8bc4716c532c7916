using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Activities;

public sealed record ActivitySummary(
    string Id, string Title, ActivityKind Kind, Audience Audience, DateOnly OnDay, string? District, ActivityState State, int? Places, bool IsFull, bool YouCome)
{
    public string KindInWords => ActivityWords.Of(Kind);
}

public sealed record ActivityDetails(
    string Id,
    string Title,
    ActivityKind Kind,
    EngagementLevel Level,
    Audience Audience,
    DateOnly OnDay,
    string? District,
    ActivityState State,
    string? Reason,
    string? PlanChangedBecause,
    IReadOnlyList<OfferedSupport> Support,
    string? Joining,
    int? Places,
    bool IsFull,
    bool YouCome,
    ConsultationName? Consultation,
    IReadOnlyList<EntryCardData> Entries)
{
    /// <summary>Whether its day is over.</summary>
    public bool IsPast { get; init; }

    /// <summary>Whether somebody who has no place can take one.</summary>
    public bool CanJoin => State is ActivityState.Planned && Places is not null && !IsFull && !YouCome && !IsPast;
}

public sealed record OfferedSupport(SupportKind Kind, string Detail);

public enum ActivityKind
{
    FocusGroup,
    Meeting,
    OneToOne,
    SupportGroup,
    Workshop,
}

public enum ActivityState
{
    Cancelled,
    Held,
    Planned,
}

public enum Audience
{
    Organisations,
    ParentsAndCarers,
    Staff,
    YoungPeople,
}

public enum EngagementLevel
{
    Consulting,
    CoDesigning,
    CoProducing,
    Engaging,
    Informing,
}

public enum SupportKind
{
    Childcare,
    CommunicationAid,
    Expenses,
    Interpreter,
    Other,
    PersonalAssistant,
    QuietSpace,
    Transport,
}

/// <summary>Keys of the texts.</summary>
internal static class ActivityWords
{
    public static string Of(ActivityKind kind) => kind switch
    {
        ActivityKind.FocusGroup => "A group that talks a question through",
        ActivityKind.Meeting => "A meeting",
        ActivityKind.SupportGroup => "A visit to a support group",
        ActivityKind.Workshop => "A workshop",
        _ => "A talk",
    };

    public static string Of(Audience audience) => audience switch
    {
        Audience.ParentsAndCarers => "For parents and carers",
        Audience.YoungPeople => "For children and young people",
        Audience.Staff => "For people who work with families",
        _ => "For schools, charities and other bodies",
    };

    public static string Of(EngagementLevel level) => level switch
    {
        EngagementLevel.Informing => "You are told what is planned.",
        EngagementLevel.Consulting => "You are asked, and others decide.",
        EngagementLevel.Engaging => "You are heard while the plans are made.",
        EngagementLevel.CoDesigning => "You make the plans with us.",
        _ => "You decide with us, as equals.",
    };

    public static string Of(SupportKind kind) => kind switch
    {
        SupportKind.Childcare => "Somebody looks after children",
        SupportKind.CommunicationAid => "Help to say what you think",
        SupportKind.Expenses => "We pay back what it costs you",
        SupportKind.Interpreter => "An interpreter",
        SupportKind.PersonalAssistant => "Somebody who assists you",
        SupportKind.QuietSpace => "A quiet room",
        SupportKind.Transport => "A way to get there",
        _ => "Something else",
    };
}
