namespace Engagement.Feedback;

/// <summary>How many loops there are, for officers. A loop that needs attention may be overdue too.</summary>
public sealed record LoopBoardCounts(IReadOnlyDictionary<LoopState, int> ByState, int Closed, int Confirmed, int Overdue, int NeedAttention);
