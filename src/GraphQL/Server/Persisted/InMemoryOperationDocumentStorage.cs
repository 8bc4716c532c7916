using System.Collections.Frozen;

namespace GraphQL.Server;

/// <summary>Trusted documents that the program brings along.</summary>
/// <param name="documents">The documents by their identifiers.</param>
public sealed class InMemoryOperationDocumentStorage(IReadOnlyDictionary<string, string> documents) : IOperationDocumentStorage
{
    private readonly FrozenDictionary<string, string> _documents = documents.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<string?> TryReadAsync(string documentId, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_documents.GetValueOrDefault(documentId));
}
