namespace Engagement.Metrics;

/// <summary>
/// Days from what people said to a published decision on it.
/// </summary>
/// <param name="MedianDays">By Kaplan and Meier, with the views that still wait; null while fewer than half have been answered.</param>
/// <param name="OldestOpenDays">How long the oldest view that waits has waited; null where none does.</param>
/// <param name="Views">How many views that is, those that say nothing to decide left out.</param>
/// <param name="Decided">On how many of them there is a decision, published or not.</param>
/// <param name="Published">On how many of them something was published.</param>
public sealed record TimeToDecision(int? MedianDays, int? OldestOpenDays, int Views, int Decided, int Published);
