using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Which views the coding board shows. Withdrawn ones only when asked for.</summary>
public sealed record CodingBoardFilter
{
    public static CodingBoardFilter All { get; } = new();

    public Guid? ConsultationId { get; init; }

    public ViewState? State { get; init; }

    /// <summary>Those that carry this theme today.</summary>
    public Guid? ThemeId { get; init; }

    public Audience? Audience { get; init; }

    public string? District { get; init; }

    public ViewSourceKind? Source { get; init; }

    /// <summary>Only what people said for themselves (false), or only what was said for them (true).</summary>
    public bool? Proxy { get; init; }

    /// <summary>Words to find, as people write them for a search engine: "in quotes" together, or, -without.</summary>
    public string? Words { get; init; }
}
