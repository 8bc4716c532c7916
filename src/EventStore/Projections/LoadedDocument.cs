namespace EventStore;

/// <summary>A document as it is at the version of its stream that a caller decided on.</summary>
/// <param name="Processor">The projection that keeps it.</param>
/// <param name="Document">The document, with all that its stream holds folded in; null when there is none.</param>
/// <param name="StreamVersion">The version of the stream.</param>
/// <param name="Written">The transaction that wrote it; null when it is not in the database.</param>
internal sealed record LoadedDocument(EventProcessor Processor, object? Document, long StreamVersion, uint? Written);
