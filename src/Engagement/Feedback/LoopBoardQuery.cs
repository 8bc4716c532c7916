namespace Engagement.Feedback;

/// <summary>Which loops an officer wants to see. What is null or false does not narrow it.</summary>
/// <param name="ConsultationId">Those of one consultation.</param>
/// <param name="State">Those in which this happened last.</param>
/// <param name="IsClosed">Only closed ones (true), or only open ones (false).</param>
/// <param name="OverdueOnly">Only open ones after the day they were due.</param>
/// <param name="NeedsAttentionOnly">Only those in which somebody who said that they are not answered waits to be heard.</param>
/// <param name="DraftsToReadOnly">Only those with words that wait for a family reader.</param>
/// <param name="Words">Those of themes with these words in the title or summary, as people write them for a search engine.</param>
/// <param name="OwnerRole">Those with a promise of one role, as it is written in it.</param>
public sealed record LoopBoardQuery(
    Guid? ConsultationId = null,
    LoopState? State = null,
    bool? IsClosed = null,
    bool OverdueOnly = false,
    bool NeedsAttentionOnly = false,
    bool DraftsToReadOnly = false,
    string? Words = null,
    string? OwnerRole = null);
