using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Metrics;

namespace Engagement.Workbench;

/// <summary>A consultation at a glance, for officers. Figures are exact, so never for the public.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="State">Where it stands on the day asked for.</param>
/// <param name="Responses">How many responses have come in.</param>
/// <param name="ResponsesByChannel">The same by channel.</param>
/// <param name="ViewsByAudience">Views by who said them; an audience that was not recorded is null.</param>
/// <param name="Views">How many views there are, whoever said them, as a measure of the coding: never to be shown as what an audience said.</param>
/// <param name="UnreadViews">How many views nobody has read. Exact at once, so it may be ahead of the others.</param>
/// <param name="Themes">How many themes there are; one that was merged into another is none of its own.</param>
/// <param name="ThemesWithoutResponse">How many of them nobody has responded to.</param>
/// <param name="Loops">How its loops stand.</param>
/// <param name="BlocksReport">What the report waits for, in words; empty where it can be published.</param>
/// <param name="Warnings">What is allowed and may not be meant.</param>
/// <param name="DaysLeftToAnswer">How many days people have left, today included; null where it is not open.</param>
/// <param name="DaysLeftToRespond">How many days are left until the response is due, negative when it is late; null before the close and after the report.</param>
/// <param name="AsAtPosition">All figures are as at this position in the log, or later.</param>
public sealed record ConsultationOverview(
    Guid ConsultationId,
    ConsultationState State,
    int Responses,
    IReadOnlyList<ChannelCount> ResponsesByChannel,
    IReadOnlyList<AudienceCount> ViewsByAudience,
    int Views,
    int UnreadViews,
    int Themes,
    int ThemesWithoutResponse,
    LoopBoardCounts Loops,
    IReadOnlyList<string> BlocksReport,
    IReadOnlyList<string> Warnings,
    int? DaysLeftToAnswer,
    int? DaysLeftToRespond,
    long AsAtPosition);
