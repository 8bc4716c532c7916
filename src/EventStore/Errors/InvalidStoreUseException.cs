namespace EventStore;

/// <summary>The store was configured or called in a way that cannot work; the message says what to change.</summary>
public sealed class InvalidStoreUseException : EventStoreException
{
    internal InvalidStoreUseException(string code, string message) : base(code, message)
    {
    }
}
