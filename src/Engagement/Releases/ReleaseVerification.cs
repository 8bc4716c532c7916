namespace Engagement.Releases;

/// <summary>What became of making a release again from the log.</summary>
/// <param name="ReleaseId">Which release.</param>
/// <param name="IsUntouched">Whether what is kept has the hash that was published with it.</param>
/// <param name="IsReproduced">Whether the log still gives what was published, byte for byte.</param>
public sealed record ReleaseVerification(Guid ReleaseId, bool IsUntouched, bool IsReproduced);
