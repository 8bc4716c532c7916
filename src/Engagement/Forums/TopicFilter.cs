namespace Engagement.Forums;

/// <summary>Which topics to list; what is null does not narrow the list.</summary>
/// <param name="ForumId">Those of a forum.</param>
/// <param name="ConsultationId">Those that belong to a consultation.</param>
/// <param name="State">Those that are coming, open or closed today, in London.</param>
/// <param name="Words">Those with these words in their question or background.</param>
/// <param name="AgeBand">Those of the forums for an age.</param>
public sealed record TopicFilter(
    Guid? ForumId = null, Guid? ConsultationId = null, TopicState? State = null, string? Words = null, ForumAgeBand? AgeBand = null);
