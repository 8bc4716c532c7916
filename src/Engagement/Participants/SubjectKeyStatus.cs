namespace Engagement.Participants;

/// <summary>How the subjects' keys are wrapped.</summary>
/// <param name="CurrentId">The name of the key-encryption key that wraps now.</param>
/// <param name="KnownIds">Of all that this process has, the current one first.</param>
/// <param name="WrappedBy">How many keys each has wrapped.</param>
/// <param name="Destroyed">How many were destroyed.</param>
public sealed record SubjectKeyStatus(
    string CurrentId, IReadOnlyList<string> KnownIds, IReadOnlyDictionary<string, long> WrappedBy, long Destroyed)
{
    /// <summary>How many are still to be wrapped anew.</summary>
    public long Waiting => WrappedBy.Where(one => one.Key != CurrentId).Sum(one => one.Value);
}
