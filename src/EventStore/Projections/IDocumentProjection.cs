namespace EventStore;

internal interface IDocumentProjection
{
    string Name { get; }
    Type DocumentType { get; }
    EventProcessor CreateProcessor(DocumentStore store);
}
