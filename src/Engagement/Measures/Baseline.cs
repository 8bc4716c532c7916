namespace Engagement.Measures;

/// <summary>Where a measure stood before.</summary>
/// <param name="Value">The value.</param>
/// <param name="Base">How many people it rests on, where that is known.</param>
/// <param name="AsAt">As at which day.</param>
/// <param name="ApprovedByRole">The role that approved it.</param>
/// <param name="Because">Why it is what it is; of a later one, why it took the place of the first.</param>
/// <param name="Parts">The statements it is the mean of.</param>
public sealed record Baseline(decimal Value, int? Base, DateOnly AsAt, string ApprovedByRole, string? Because, IReadOnlyList<StatementValue> Parts);
