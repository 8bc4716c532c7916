namespace GraphQL.Server;

/// <summary>
/// Holds the documents that clients may name instead of sending: trusted documents, written when a client is built. Asked at each such request,
/// from several threads at once.
/// </summary>
public interface IOperationDocumentStorage
{
    /// <summary>Finds a document.</summary>
    /// <param name="documentId">What the client calls it; any text.</param>
    /// <param name="cancellationToken">Cancelled when the client has gone.</param>
    /// <returns>The document as GraphQL text, or null when there is none of that name.</returns>
    ValueTask<string?> TryReadAsync(string documentId, CancellationToken cancellationToken = default);
}
