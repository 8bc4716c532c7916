namespace Messaging.Storage;

/// <summary>
/// What time it is. Nodes whose clocks disagree would disagree about what is due, so the time is the database's: a statement that is given
/// no time uses that. A container with a clock of its own, as in tests, is taken at its word.
/// </summary>
internal sealed class MessagingClock(TimeProvider provider, bool isDatabases = false)
{
    /// <summary>The time to give to a statement; null for the database's own.</summary>
    public DateTimeOffset? Now => isDatabases || provider == TimeProvider.System ? null : provider.GetUtcNow();

    /// <summary>Good enough for identities.</summary>
    public DateTimeOffset LocalNow => provider.GetUtcNow();
}
