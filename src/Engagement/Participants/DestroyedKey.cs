namespace Engagement.Participants;

/// <summary>That a subject's key was destroyed.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="DestroyedAt">When.</param>
/// <param name="RecordId">The record in which it was decided.</param>
/// <param name="Proof">A hash of the key, which tells nothing about it: a key out of an old backup can be shown to be the one that was destroyed.</param>
public sealed record DestroyedKey(Guid Subject, DateTimeOffset DestroyedAt, Guid RecordId, string Proof);
