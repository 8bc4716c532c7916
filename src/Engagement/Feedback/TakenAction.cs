namespace Engagement.Feedback;

/// <summary>"We did": what changed, and where that can be seen.</summary>
public sealed record TakenAction(string WhatChanged, string ProofUrl, DateOnly TakenOn, DateTimeOffset RecordedAt);
