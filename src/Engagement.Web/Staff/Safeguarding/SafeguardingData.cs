using Engagement.Web.Staff.Moderation;

namespace Engagement.Web.Staff.Safeguarding;

/// <summary>Something for the safeguarding lead, without its words.</summary>
public sealed record SafeguardingItem(
    string Id,
    SafeguardingCause Cause,
    SafeguardingState State,
    DateTimeOffset RaisedAt,
    DateTimeOffset? AcknowledgedAt,
    int TimesOpened,
    int Version,
    CaseTopic? Topic = null,
    RecordOf? Subject = null)
{
    public string CauseText => Cause switch
    {
        SafeguardingCause.Moderator => "A moderator raised it",
        SafeguardingCause.Report => "A reader reported it",
        _ => "The platform found words of its list",
    };

    public string StateText => State switch
    {
        SafeguardingState.Acknowledged => "You have it",
        SafeguardingState.Closed => "Closed",
        _ => "Not taken yet",
    };
}

/// <summary>The words of an item, for whoever has just said why they need them.</summary>
public sealed record SafeguardingWords(SafeguardingItem Item, string? Text, string? Note, IReadOnlyList<FoundSpan> Marks);

/// <summary>That somebody read an item.</summary>
public sealed record SafeguardingOpening(SomePerson Actor, string Role, string Reason, DateTimeOffset At);

/// <summary>A record that is kept from being erased.</summary>
public sealed record RecordHold(RecordOf Subject, DateOnly ReviewOn, DateTimeOffset SetAt, string? Reason = null);

/// <summary>Whose record it is, by their pseudonym.</summary>
public sealed record RecordOf(string Id);

public enum SafeguardingCause
{
    Moderator,
    Report,
    WordList,
}

public enum SafeguardingState
{
    Acknowledged,
    Closed,
    Raised,
}
