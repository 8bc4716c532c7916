using System.ComponentModel;
using System.Diagnostics;
using Engagement.EvidencePacks;

namespace Engagement.Host.Printing;

/// <summary>
/// Prints pages with Chromium: the file is tagged for screen readers and follows the page's own rules for paper. The page comes from a file, forbids every script itself, and
/// reaches no network; the profile is made for it and thrown away.
/// </summary>
internal sealed partial class ChromiumPrinter(string program, ILogger<ChromiumPrinter> logger) : IPagePrinter
{
    private const string FolderPrefix = "engagement-print-";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>After how long a folder cannot be that of a printing that goes on.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    public async Task<byte[]?> PrintAsync(string html, DateTimeOffset dated, CancellationToken cancellationToken)
    {
        ForgetAbandoned();
        var folder = Directory.CreateTempSubdirectory(FolderPrefix).FullName;
        try
        {
            var (page, file) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, html, cancellationToken);
            await RunAsync(folder, page, file, cancellationToken);
            if (!File.Exists(file))
            {
                LogNothing(logger, program);
                return null;
            }

            var pdf = await File.ReadAllBytesAsync(file, cancellationToken);
            PdfDates.Set(pdf, dated);
            PdfParts.Number(pdf);
            return pdf;
        }
        catch (Exception problem) when (problem is Win32Exception or IOException or TimeoutException)
        {
            // The page is there all the same, and prints from any browser.
            LogFailed(logger, problem, program);
            return null;
        }
        finally
        {
            Forget(folder);
        }
    }

    private async Task RunAsync(string folder, string page, string file, CancellationToken cancellationToken)
    {
        // Without its sandbox, which needs rights that a service does not have: what it opens is our own page without script.
        var start = new ProcessStartInfo(program)
        {
            ArgumentList =
            {
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                $"--user-data-dir={Path.Combine(folder, "profile")}",
                "--no-pdf-header-footer",
                $"--print-to-pdf={file}",
                new Uri(page).AbsoluteUri,
            },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["HOME"] = folder;
        using var process = Process.Start(start) ?? throw new IOException($"{program} does not start.");
        // What it says is of no use to anybody, and it waits until somebody reads it.
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            await said.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"{program} took longer than {Patience.TotalSeconds:0} seconds to print a page.");
        }
    }

    /// <summary>What processes left that were killed while they printed.</summary>
    private static void ForgetAbandoned()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), $"{FolderPrefix}*"))
        {
            if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > Abandoned)
                Forget(folder);
        }
    }

    private static void Forget(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // A process of its own may still write into it: it is looked at again later.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not be printed as PDF by {Program}.")]
    private static partial void LogFailed(ILogger logger, Exception problem, string program);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Program} printed nothing.")]
    private static partial void LogNothing(ILogger logger, string program);
}
