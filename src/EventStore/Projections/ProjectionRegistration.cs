namespace EventStore;

/// <param name="Name">The name its progress is kept under.</param>
/// <param name="Lifecycle">When it runs.</param>
/// <param name="DocumentType">The document it keeps, if it keeps documents.</param>
/// <param name="DocumentIdentity">What its documents are identified by; null when by their stream.</param>
/// <param name="CreateProcessor">Makes the part that does the work in one store.</param>
/// <param name="Source">What the caller registered.</param>
internal sealed record ProjectionRegistration(
    string Name,
    ProjectionLifecycle Lifecycle,
    Type? DocumentType,
    StreamIdentity? DocumentIdentity,
    Func<DocumentStore, EventProcessor> CreateProcessor,
    object Source);
