namespace Engagement.Surveys;

/// <summary>The receipt as it is given to the person, once: only they ever hold the secret.</summary>
public sealed record IssuedReceipt(Guid ResponseId, string Reference, string Secret, DateTimeOffset SubmittedAt);
