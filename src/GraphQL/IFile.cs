namespace GraphQL;

/// <summary>A file that a client sent for a variable of type Upload. It is there until the request has been answered.</summary>
public interface IFile
{
    /// <summary>What the client calls the file, without folders; empty when it does not say. It is not to be trusted.</summary>
    string Name { get; }

    /// <summary>How long the file is, in bytes.</summary>
    long Length { get; }

    /// <summary>The media type that the client claims, or null when it claims none.</summary>
    string? ContentType { get; }

    /// <summary>Opens the file at its beginning, as often as wanted, but not while it is being read already.</summary>
    /// <returns>A stream to read and to dispose of.</returns>
    Stream OpenReadStream();

    /// <summary>Copies the whole file.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="cancellationToken">Cancels the copying.</param>
    /// <returns>A task that is done when all has been copied.</returns>
    Task CopyToAsync(Stream target, CancellationToken cancellationToken = default);
}
