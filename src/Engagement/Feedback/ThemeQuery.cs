using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Which themes are wanted. What is null or false does not narrow them.</summary>
/// <param name="ConsultationId">Those of one consultation.</param>
/// <param name="Standing">Only standing themes, which take views from anywhere.</param>
/// <param name="Answered">Only those with a published answer that stands (true), or only those without (false).</param>
/// <param name="WaitingDays">
/// Only those that have been without an answer for this many days or more: since they were opened or, where it was looked at again, since then.
/// </param>
/// <param name="District">Those that people in a district raised, by its code. Who may not read views finds those that at least five views there make.</param>
/// <param name="Audience">Those that an audience raised; with a district, that it raised there. With the same limit.</param>
/// <param name="Disposition">Those of which this was decided.</param>
/// <param name="Words">Words of the title or summary, as people write them for a search engine.</param>
/// <param name="Merged">Also those that were merged into another, which counts their views.</param>
public sealed record ThemeQuery(
    Guid? ConsultationId = null,
    bool Standing = false,
    bool? Answered = null,
    int? WaitingDays = null,
    string? District = null,
    Audience? Audience = null,
    Disposition? Disposition = null,
    string? Words = null,
    bool Merged = false);
