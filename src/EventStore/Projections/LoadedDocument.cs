namespace EventStore;

/// <summary>A document as it is at the version of its stream that a caller decided on.</summary>
/// <param name="Processor">The projection that keeps it.</param>
/// <param name="Document">The document, with all that its stream holds folded in; null when there is none.</param>
/// <param name="StreamVersion">The version of the stream.</param>
/// <param name="KeptVersion">The version it is kept with in the database; null when it is not kept.</param>
internal sealed record LoadedDocument(EventProcessor Processor, object? Document, long StreamVersion, long? KeptVersion);
