namespace Engagement.EvidencePacks;

/// <summary>Prints a page as PDF, where there is something that can.</summary>
public interface IPagePrinter
{
    /// <summary>The same page and moment give the same bytes, as long as the program that prints is the same. Null where nothing can print.</summary>
    /// <param name="html">A page that needs nothing but itself.</param>
    /// <param name="dated">The moment that the file says it is of.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<byte[]?> PrintAsync(string html, DateTimeOffset dated, CancellationToken cancellationToken);
}

/// <summary>There is nothing that prints.</summary>
internal sealed class NoPagePrinter : IPagePrinter
{
    public Task<byte[]?> PrintAsync(string html, DateTimeOffset dated, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);
}
