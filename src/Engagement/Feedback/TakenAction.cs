namespace Engagement.Feedback;

/// <summary>"We did": what changed, and where that can be seen.</summary>
/// <param name="WhatChanged">What changed for people.</param>
/// <param name="ProofUrl">Where anyone can see that it did.</param>
/// <param name="TakenOn">Since when.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record TakenAction(string WhatChanged, string ProofUrl, DateOnly TakenOn, DateTimeOffset RecordedAt);
