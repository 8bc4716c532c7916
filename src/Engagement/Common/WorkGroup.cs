namespace Engagement.Common;

/// <summary>The work of one kind: how much there is, and what of it comes first.</summary>
/// <param name="Count">How much.</param>
/// <param name="First">The first items, as the whole list would have them.</param>
public sealed record WorkGroup(WorkCount Count, IReadOnlyList<WorkItem> First);
