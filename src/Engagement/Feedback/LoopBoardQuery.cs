namespace Engagement.Feedback;

/// <summary>Which loops an officer wants to see. What is null or false does not narrow it.</summary>
public sealed record LoopBoardQuery(
    Guid? ConsultationId = null, LoopState? State = null, bool? IsClosed = null, bool OverdueOnly = false, bool NeedsAttentionOnly = false);
