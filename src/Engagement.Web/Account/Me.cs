using Engagement.Web.Documents;
using Engagement.Web.Track;

namespace Engagement.Web.Account;

/// <summary>Whoever has signed in, and what is theirs. Their participant record is null for staff.</summary>
public sealed record Me(bool SignedIn, string? EmailAddress, OwnRecord? Participant, OwnErasure? Erasure, Connection<Journey>? Journeys)
{
    public string? Role { get; init; }

    /// <summary>Whether they are of those who are asked, and not of those who ask.</summary>
    public bool TakesPart => Role is "parent-or-carer" or "young-person" or "organisation-respondent" or "pact-member";

    /// <summary>Whose pages their account is among.</summary>
    public Site Site => Role is "young-person" ? Site.Voice : Site.Pact;

    public bool IsYoung => Site == Site.Voice;

    /// <summary>Where they choose what is sent to them.</summary>
    public string Emails => IsYoung ? Links.VoiceEmails : Links.MyEmails;
}

/// <summary>How the e-mails to somebody stand.</summary>
public sealed record OwnEmails(bool IsConfirmed, bool IsStopped, bool IsRefused);

public sealed record OwnRecord(AgeBand AgeBand, IReadOnlyList<Permission> Permissions);

/// <summary>How one's last request for erasure stands.</summary>
public sealed record OwnErasure(DateOnly ReceivedOn, DateOnly AnswerBy, ErasureOutcome? Outcome, DateTimeOffset? ErasedAt);

/// <summary>What we hold of somebody, put together for them.</summary>
public sealed record SubjectExport(string Id, DateTimeOffset MadeAt, DateTimeOffset DeleteAt, string Html, string Json);

public enum Permission
{
    Contact,
    Quote,
}

public enum ErasureOutcome
{
    Granted,
    Partly,
    Refused,
}

public enum AgeBand
{
    Under13,
    From13To15,
    From16To17,
    From18To25,
    Over25,
}
