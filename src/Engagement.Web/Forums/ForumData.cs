using Engagement.Web.Documents;
using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Forums;

/// <summary>A forum as everybody sees it.</summary>
public sealed record ForumSummary(
    string Slug,
    string Title,
    string Purpose,
    ForumOwner Owner,
    ForumAgeBand AgeBand,
    ModerationMode Moderation,
    Connection<TopicSummary>? Topics = null,
    IReadOnlyList<TopicSummary>? PinnedTopics = null,
    bool MayRun = false,
    string? Id = null) : ForumName(Slug, Title, Owner, AgeBand, Moderation);

public record ForumName(string Slug, string Title, ForumOwner Owner, ForumAgeBand AgeBand, ModerationMode Moderation)
{
    /// <summary>Children's own places are on their own pages.</summary>
    public bool IsForAdults => AgeBand is ForumAgeBand.EighteenAndOver;
}

public enum ForumOwner
{
    Council,
    KentPact,
}

public enum ForumAgeBand
{
    EighteenAndOver,
    Under18,
}

public enum ModerationMode
{
    BeforeShown,
    AfterShown,
}

public sealed record TopicSummary(
    string Slug,
    string Question,
    TopicState State,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly? ClosedEarlyOn,
    DateTimeOffset PublishedAt,
    ForumName? Forum = null,
    string? Summary = null)
{
    /// <summary>The last day on which it took what people said.</summary>
    public DateOnly LastDay => ClosedEarlyOn ?? ClosesOn;
}

public enum TopicState
{
    Coming,
    Open,
    Closed,
}

public sealed record TopicDetails(
    string Id,
    string Slug,
    string Question,
    string? Background,
    TopicState State,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly? ClosedEarlyOn,
    string? ClosedBecause,
    ForumName Forum,
    TopicConsultation? Consultation,
    IReadOnlyList<EntryCardData> Entries,
    Connection<ThreadPost>? Posts,
    string? Summary = null)
{
    public bool IsOpen => State is TopicState.Open;
}

public sealed record TopicConsultation(string Slug, string Title);

/// <summary>A post or a comment. <c>Text</c> is null once its author's words have been erased.</summary>
public sealed record ThreadPost(
    string Id,
    string Handle,
    string? Text,
    DateTimeOffset ReceivedAt,
    bool IsEdited,
    int? Supporters,
    Connection<ThreadPost>? Comments = null,
    PostName? ReplyTo = null,
    PostTopic? Topic = null);

public sealed record PostName(string Id);

public sealed record PostTopic(string Slug, string Question, TopicState State, ForumName Forum)
{
    public bool IsOpen => State is TopicState.Open;
}
