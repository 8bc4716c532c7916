using Engagement.Web.Figures;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Staff.Coding;

namespace Engagement.Web.Staff.Themes;

public sealed record ThemeRow(
    string Id,
    string Title,
    string Summary,
    int ViewCount,
    DateTimeOffset OpenedAt,
    DateTimeOffset? WaitingSince,
    ThemeDisposition? Disposition,
    ThemeConsultation? Consultation,
    NamedTheme? MergedInto,
    LoopSummary? Loop);

public sealed record ThemeConsultation(string Title, string? Id = null, string? Slug = null);

public sealed record ThemeDisposition(Disposition Disposition, string? Reason);

public sealed record ThemeDetails(
    string Id,
    string Title,
    string Summary,
    int Version,
    int ViewCount,
    DateTimeOffset OpenedAt,
    DateTimeOffset? WaitingSince,
    DateTimeOffset? SharedBackAt,
    DateTimeOffset? DisposedAt,
    ThemeDisposition? Disposition,
    CodebookEntry? Description,
    ThemeConsultation? Consultation,
    ThemeLoop? Loop,
    NamedTheme? MergedInto,
    NamedTheme? SplitFrom,
    IReadOnlyList<NamedTheme> LinkedTo,
    IReadOnlyList<ThemeVoices> Voices,
    ThemeHistory History)
{
    /// <summary>What of the Local Offer it is a comment on; null: it is none.</summary>
    public LocalOfferMatter? LocalOffer { get; init; }

    /// <summary>How many views it brought into the theme it was merged into; null where it was not.</summary>
    public int? ViewsBroughtAlong { get; init; }

    /// <summary>Whether a change brought another theme in that is still in it.</summary>
    public bool MayTakeOut(ThemeChange change) =>
        change is { Kind: ThemeChangeKind.Merged, From: { } from } && change.Into?.Id == Id
        && !History.Changes.Any(later => later.At > change.At && later is { Kind: ThemeChangeKind.Unmerged, From: { } gone } && gone.Id == from.Id);

    /// <summary>Its decision is public: then it is neither merged away nor split.</summary>
    public bool IsPublished => Loop is { Entry: not null };
}

public sealed record ThemeLoop(string Id, LoopState State, DateOnly DueOn, ThemeEntry? Entry);

public sealed record ThemeEntry(string Slug);

/// <summary>How many views one audience has in a theme: said by themselves, and said for them.</summary>
public sealed record ThemeVoices(Audience? Audience, int OwnVoice, int Proxy, ThemeTrend Trend);

public enum ThemeTrend
{
    NotKnown,
    Steady,
    Rising,
    Falling,
}

public sealed record ThemeHistory(IReadOnlyList<ThemeChange> Changes, IReadOnlyList<NamedTheme> TodaysThemes);

public sealed record ThemeChange(DateTimeOffset At, ThemeChangeKind Kind, NamedTheme? From, NamedTheme? Into);

public enum ThemeChangeKind
{
    Merged,
    Unmerged,
    Split,
    Linked,
}

public enum Disposition
{
    Accepted,
    PartlyAccepted,
    NotAccepted,
    AlreadyDone,
    NeedsMoreWork,
    NotOurs,
}

/// <summary>A view of a theme, to be read.</summary>
public sealed record ThemeView(
    string Id, string? Text, string? QuestionText, DateTimeOffset SaidAt, Audience? Audience, bool Proxy, ThemeConsultation? Consultation = null);

/// <summary>Another theme that one could go with.</summary>
public sealed record ThemeBeside(string Id, string Title, int ViewCount)
{
    /// <summary>Null for a standing theme.</summary>
    public ThemeConsultation? Consultation { get; init; }
}
