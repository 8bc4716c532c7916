using Engagement.Web.Consultations;
using Engagement.Web.Track;

namespace Engagement.Web.Emails;

/// <summary>What somebody chose to be sent.</summary>
public sealed record EmailChoices(
    IReadOnlyList<EmailKind> Kinds, EmailFrequency Frequency, bool LeavesTheNight, EmailAudience Audience, IReadOnlyList<string> Interests, bool IsConfirmed, bool IsStopped)
{
    public IReadOnlyList<string> About { get; init; } = [];

    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>Most of it left out.</summary>
    public string? Address { get; init; }

    /// <summary>What leads to the choices, for whoever has confirmed the address.</summary>
    public string? Token { get; init; }

    public bool IsRefused { get; init; }

    public bool IsOfStaff => Audience is EmailAudience.Staff;

    public Site Site => Audience is EmailAudience.YoungPeople ? Site.Voice : Site.Public;

    /// <summary>The same and what somebody looked for.</summary>
    public EmailChoices With(ConsultationsAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return this with { Interests = And(Interests, asked.Audience), About = And(About, asked.SubjectArea), Districts = And(Districts, asked.District) };
    }

    private static IReadOnlyList<string> And(IReadOnlyList<string> chosen, string? one) => one is null || chosen.Contains(one) ? chosen : [.. chosen, one];
}

/// <summary>What a message asks, and what was said to it.</summary>
public sealed record EmailQuestion(EmailAudience Audience, ConfirmationAnswer? Answer, ConfirmationEntry? Entry)
{
    public Site Site => Audience is EmailAudience.YoungPeople ? Site.Voice : Site.Public;
}

public enum EmailKind
{
    ViewRead,
    ViewGrouped,
    EntryPublished,
    ConfirmationAsked,
}

public enum EmailFrequency
{
    AtOnce,
    Daily,
    Weekly,
}

public enum EmailAudience
{
    Families,
    YoungPeople,
    Staff,
}
