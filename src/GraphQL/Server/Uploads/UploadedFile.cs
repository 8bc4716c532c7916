using Microsoft.AspNetCore.Http;

namespace GraphQL.Server;

/// <summary>A part of a form that is a file, in memory or, when it is large, in a file that is deleted with the stream.</summary>
internal sealed class UploadedFile(Stream content, string name, string? contentType) : IFile
{
    private readonly FormFile _file = new(content, 0, content.Length, name, name);

    public string Name => _file.FileName;

    public long Length => _file.Length;

    public string? ContentType => contentType;

    public Stream OpenReadStream() => _file.OpenReadStream();

    public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) => _file.CopyToAsync(target, cancellationToken);
}
