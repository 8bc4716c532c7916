namespace EventStore;

internal interface IDocumentProjection
{
    string Name { get; }
    Type DocumentType { get; }

    /// <summary>What its documents are identified by; null when by their stream.</summary>
    StreamIdentity? DocumentIdentity { get; }

    EventProcessor CreateProcessor(DocumentStore store);
}
