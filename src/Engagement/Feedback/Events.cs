using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Feedback;

/// <summary>A unit of what someone said. Their words are sealed with the key of their subject.</summary>
/// <param name="Source">Where they said it.</param>
/// <param name="ConsultationId">The consultation it belongs to, if it was said in one.</param>
/// <param name="Words">What they said, sealed.</param>
/// <param name="SaidAt">When they said it, which may be long before it was recorded.</param>
/// <param name="Audience">Who they are; null when it was not recorded.</param>
/// <param name="Proxy">Whether somebody else said it for them.</param>
/// <param name="District">The code of their district, if known.</param>
/// <param name="Need">Their or their child's kind of need, if known.</param>
/// <param name="Phase">Their or their child's phase of education, if known.</param>
[EventVersion(2)]
public sealed record ViewCaptured(
    ViewSource Source,
    Guid? ConsultationId,
    PersonalText Words,
    DateTimeOffset SaidAt,
    Audience? Audience,
    bool Proxy,
    string? District,
    string? Need,
    string? Phase);

/// <summary>A view was grouped with others that make the same point.</summary>
/// <param name="ThemeId">The point.</param>
/// <param name="SourceId">The response, contribution or note that the view is from: who says a thing twice is counted once.</param>
/// <param name="ConsultationId">The consultation of the view, if it has one.</param>
/// <param name="Suggestion">The suggestion that was accepted; null where the coder thought of it.</param>
[EventVersion(2)]
public sealed record ViewCoded(Guid ThemeId, Guid SourceId, Guid? ConsultationId, Suggestion? Suggestion);

/// <summary>A view no longer carries a theme: the coding is undone, with the reason why.</summary>
public sealed record ViewUncoded(Guid ThemeId, string Why);

/// <summary>A split took the view from a theme to one of its parts. Whatever the view carried that is now the old theme, it carries no longer.</summary>
/// <param name="From">The themes it was coded to that had become the theme that was split.</param>
/// <param name="Into">The part it belongs to.</param>
public sealed record ViewMoved(IReadOnlyList<Guid> From, Guid Into);

/// <summary>There is nothing in the view that could be answered. Coding it later takes this back.</summary>
public sealed record ViewNotCodable(string Reason);

/// <summary>What was said no longer stands: it was taken back, changed, or is no longer shown where it was said.</summary>
public sealed record ViewWithdrawn(string Reason);

/// <summary>A suggested theme did not fit. It is not suggested for this view again.</summary>
public sealed record ViewSuggestionRejected(Guid ThemeId, Suggestion Suggestion);

/// <summary>Part of a view stands for its theme in the person's own words, which they have permitted. The words stay sealed in the view.</summary>
/// <param name="ThemeId">The theme it stands for.</param>
/// <param name="Start">Where the quote begins in the words, from 0, in UTF-16 units.</param>
/// <param name="Length">How long it is, in the same units.</param>
public sealed record ViewQuoted(Guid ThemeId, int Start, int Length);

/// <summary>A theme of one consultation, or a standing one, which takes views from anywhere.</summary>
[EventVersion(2)]
public sealed record ThemeOpened(Guid? ConsultationId, string Title, string Summary);

/// <summary>What the theme means to a coder: its entry in the codebook.</summary>
/// <param name="Definition">The point, so that two coders would understand the same.</param>
/// <param name="Include">What belongs to it although it may not seem so.</param>
/// <param name="Exclude">What does not belong to it although it may seem so, and where it goes.</param>
public sealed record ThemeDescribed(string Definition, string? Include, string? Exclude);

/// <summary>Themes make the same point. Recorded in each of them and in the one they went into.</summary>
public sealed record ThemesMerged(IReadOnlyList<Guid> From, Guid Into);

/// <summary>A theme did not make the point of the one it went into after all, and stands by itself again. Recorded in both.</summary>
public sealed record ThemeUnmerged(Guid From, Guid Into, string Reason);

/// <summary>A theme made more than one point. Recorded in it and in its new part; each view that moved says so itself.</summary>
public sealed record ThemeSplit(Guid From, Guid Into);

/// <summary>Two themes belong together and stay apart. Recorded in both.</summary>
public sealed record ThemesLinked(Guid ThemeId, Guid OtherThemeId, string Why);

/// <summary>The theme, as it was understood, was put before people it came from; how many that were.</summary>
public sealed record ThemeSharedBack(string Route, int Count);

/// <summary>What becomes of the theme. Recorded again when that changes.</summary>
/// <param name="Disposition">What was decided.</param>
/// <param name="Reason">Why.</param>
public sealed record ThemeDisposed(Disposition Disposition, string? Reason);

/// <summary>The theme is a comment on the Local Offer, or is none after all.</summary>
/// <param name="Matter">What of the Local Offer it is about; null: it is no such comment.</param>
public sealed record ThemeMarkedForLocalOffer(LocalOfferMatter? Matter);

/// <summary>Views were chosen by chance to be coded a second time by somebody else.</summary>
/// <param name="ConsultationId">Where they are from; null for those outside consultations.</param>
/// <param name="Seed">The number that chose them: the same one chooses the same from the same views.</param>
/// <param name="ViewIds">The chosen, in the order in which they are coded again.</param>
public sealed record CodingSampleDrawn(Guid? ConsultationId, int Seed, IReadOnlyList<Guid> ViewIds);

/// <summary>Somebody coded a view of the sample without seeing how it was coded before.</summary>
/// <param name="ViewId">The view.</param>
/// <param name="ThemeIds">What they would code it to; none is "not codable".</param>
/// <param name="FirstThemeIds">What it was coded to at that moment, so that talking about it later does not change the figure.</param>
public sealed record SecondCodingGiven(Guid ViewId, IReadOnlyList<Guid> ThemeIds, IReadOnlyList<Guid> FirstThemeIds);

[EventVersion(2)]
public sealed record LoopOpened(Guid ThemeId, Guid? ConsultationId);
