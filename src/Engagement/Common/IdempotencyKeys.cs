namespace Engagement.Common;

/// <summary>Which keys a caller may send: what fits into the database and into a log line.</summary>
internal static class IdempotencyKeys
{
    public const int Longest = 200;

    public static Refusal? Check(string? key) =>
        string.IsNullOrWhiteSpace(key) || key.Length > Longest || key.Any(c => char.IsControl(c) || char.IsSurrogate(c))
            ? new Refusal("IDEMPOTENCY_KEY_INVALID", "Send a key of 1 to 200 letters, digits or signs that is new for each request", "idempotencyKey")
            : null;

    /// <summary>The key of a submission, which is the submitter's own choice: it counts within its survey, and cannot meet an officer's.</summary>
    public static string OfSubmission(Guid waveId, string key) => DeterministicId.From("submission", waveId.ToString("N"), key).ToString("N");
}
