using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Which views are wanted. What is null does not narrow them; withdrawn ones come only when asked for.</summary>
/// <param name="ConsultationId">Those of one consultation.</param>
/// <param name="State">Those in this state.</param>
/// <param name="ThemeId">Those that carry this theme today.</param>
/// <param name="Audience">What one audience said.</param>
/// <param name="District">Those from a district, by its code.</param>
/// <param name="Source">Those that were said in this.</param>
/// <param name="Proxy">Only what people said for themselves (false), or only what was said for them (true).</param>
/// <param name="InstrumentId">Answers to this set of questions.</param>
/// <param name="Question">Answers to this question, by its key: in every version in which it was asked.</param>
/// <param name="Words">Words to find, as people write them for a search engine: "in quotes" together, or, -without.</param>
/// <param name="Outside">Only those of no consultation (true), or only those of one (false).</param>
public sealed record CodingBoardFilter(
    Guid? ConsultationId = null,
    ViewState? State = null,
    Guid? ThemeId = null,
    Audience? Audience = null,
    string? District = null,
    ViewSourceKind? Source = null,
    bool? Proxy = null,
    Guid? InstrumentId = null,
    string? Question = null,
    string? Words = null,
    bool? Outside = null)
{
    public static CodingBoardFilter All { get; } = new();
}
