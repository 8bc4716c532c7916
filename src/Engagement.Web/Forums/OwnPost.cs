namespace Engagement.Web.Forums;

/// <summary>A post or a comment as its author sees it.</summary>
public sealed record OwnPost(
    string Id,
    string Handle,
    string Reference,
    string? Text,
    ContributionState State,
    bool IsShown,
    string? Reason,
    string? ReasonClass,
    IReadOnlyList<Mark> Marks,
    AppealState Appeal,
    string? AppealReason,
    bool MayAppeal,
    IReadOnlyList<string> Help,
    DateTimeOffset ReceivedAt,
    int Version,
    PostName? ReplyTo,
    PostTopic? Topic)
{
    public bool IsComment => ReplyTo is not null;

    /// <summary>What was returned may be changed also when its topic has closed: it came in time.</summary>
    public bool MayEdit => Text is not null
        && (State is ContributionState.Returned || (State is not ContributionState.Withdrawn and not ContributionState.Refused && Topic is { IsOpen: true }));

    public bool MayWithdraw => State is not ContributionState.Withdrawn;
}

/// <summary>Where something was found in the words, in UTF-16 units.</summary>
public sealed record Mark(int Start, int Length);

public enum ContributionState
{
    Held,
    Refused,
    Released,
    Returned,
    Waiting,
    Withdrawn,
}

public enum AppealState
{
    None,
    Open,
    Upheld,
    Overturned,
}
