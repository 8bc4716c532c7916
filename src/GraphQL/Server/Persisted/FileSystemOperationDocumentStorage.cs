using System.Collections.Concurrent;

namespace GraphQL.Server;

/// <summary>
/// Trusted documents in a folder, one file each: <c>identifier.graphql</c>. An identifier has letters, digits, <c>-</c> and <c>_</c>, and may begin
/// with <c>sha256:</c>, which the file's name leaves out. A file is read once; one that is added later is found, one that changes is not read again.
/// </summary>
/// <param name="folder">The folder.</param>
public sealed class FileSystemOperationDocumentStorage(string folder) : IOperationDocumentStorage
{
    private const int MaxIdLength = 128;
    private const string HashPrefix = "sha256:";
    private readonly ConcurrentDictionary<string, string> _read = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<string?> TryReadAsync(string documentId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        var name = documentId.StartsWith(HashPrefix, StringComparison.Ordinal) ? documentId[HashPrefix.Length..] : documentId;
        if (_read.TryGetValue(name, out var known))
            return known;

        // The identifier is a stranger's text: nothing in it may lead out of the folder.
        if (name.Length is 0 or > MaxIdLength || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            return null;
        try
        {
            return _read[name] = await File.ReadAllTextAsync(Path.Combine(folder, name + ".graphql"), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
