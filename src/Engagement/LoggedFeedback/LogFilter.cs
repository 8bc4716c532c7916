namespace Engagement.LoggedFeedback;

/// <summary>Which entries of the log; what is null does not narrow the list.</summary>
/// <param name="Kind">Those of a kind.</param>
/// <param name="Service">The code of the service they are about.</param>
/// <param name="OnlyUnanswered">Those that wait for an answer.</param>
public sealed record LogFilter(FeedbackKind? Kind = null, string? Service = null, bool OnlyUnanswered = false)
{
    /// <summary>The codes of the districts whose entries may be seen; null for all, and for those whose district is not known.</summary>
    public IReadOnlyCollection<string>? Districts { get; init; }
}
