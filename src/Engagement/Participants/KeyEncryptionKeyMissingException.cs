namespace Engagement.Participants;

/// <summary>A subject's key was wrapped with a key-encryption key that this process was not given.</summary>
public sealed class KeyEncryptionKeyMissingException(string id) : InvalidOperationException(
    $"What people wrote is protected with the key-encryption key {id}, which is not among those of this process. Give it to the process beside the current one.");
