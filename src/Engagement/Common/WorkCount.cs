namespace Engagement.Common;

/// <summary>How much of a kind waits.</summary>
/// <param name="Kind">What is to be done, as of the items.</param>
/// <param name="Count">How many wait; where there are more than are counted, as many as are counted.</param>
/// <param name="IsMore">Whether there are more than that.</param>
public sealed record WorkCount(string Kind, int Count, bool IsMore);
