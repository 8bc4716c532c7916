namespace EventStore;

/// <param name="Name">The name its progress is kept under.</param>
/// <param name="Lifecycle">When it runs.</param>
/// <param name="DocumentType">The document it keeps, if it keeps documents.</param>
/// <param name="DocumentIdentity">What its documents are identified by; null when by their stream.</param>
/// <param name="CreateProcessor">Makes the part that does the work in one store.</param>
/// <param name="Source">What the caller registered.</param>
/// <param name="Options">How the daemon runs it.</param>
internal sealed record ProjectionRegistration(
    string Name,
    ProjectionLifecycle Lifecycle,
    Type? DocumentType,
    StreamIdentity? DocumentIdentity,
    Func<DocumentStore, EventProcessor> CreateProcessor,
    object Source,
    AsyncOptions Options)
{
    public EventProcessor ProcessorFor(DocumentStore store)
    {
        var processor = CreateProcessor(store);
        processor.Options = Options;
        return processor;
    }
}
