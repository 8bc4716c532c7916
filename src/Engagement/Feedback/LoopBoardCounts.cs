namespace Engagement.Feedback;

/// <summary>How many loops there are, for officers. A loop that needs attention may be overdue too.</summary>
/// <param name="ByState">By the last thing that happened.</param>
/// <param name="Closed">How many are closed.</param>
/// <param name="Confirmed">How many have been confirmed by those who were told.</param>
/// <param name="Overdue">How many are open after the day they were due.</param>
/// <param name="NeedAttention">In how many somebody who said that they are not answered waits to be heard.</param>
public sealed record LoopBoardCounts(IReadOnlyDictionary<LoopState, int> ByState, int Closed, int Confirmed, int Overdue, int NeedAttention);
