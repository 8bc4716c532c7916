namespace Engagement.KeyActions;

/// <summary>Which actions to list; what is null does not narrow the list.</summary>
/// <param name="Rating">Those of which the worst milestone stands so.</param>
/// <param name="IsComplete">Those that are complete, or those that are not.</param>
/// <param name="GroupId">Those that a group watches over.</param>
/// <param name="Words">Those with these words in their title or source.</param>
/// <param name="WithoutCoproduction">Only those to which nobody has linked how families shaped them.</param>
public sealed record KeyActionFilter(
    Rag? Rating = null, bool? IsComplete = null, Guid? GroupId = null, string? Words = null, bool WithoutCoproduction = false);
