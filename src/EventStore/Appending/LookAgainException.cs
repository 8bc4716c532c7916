namespace EventStore;

/// <summary>Somebody else was first, in a place where the caller asked for no check: the work is computed again and never seen outside.</summary>
internal sealed class LookAgainException(Exception innerException)
    : EventStoreException("CONCURRENT_WORK", "Other work changed the same documents or streams again and again. Nothing was written; retry later.", innerException);
