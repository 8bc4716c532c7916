using System.CommandLine;
using Engagement.Common;
using Engagement.Releases;

namespace Engagement.Host.Commands;

/// <summary><c>engagement releases</c>: shows that published figures are what was recorded.</summary>
internal static class ReleasesCommand
{
    private static readonly Option<long?> Limit = Parsed.Number("--limit", 1, "The most releases to show, the last drafted ones.", "number", usually: 20);
    private static readonly Argument<Guid?> Id = Parsed.ReleaseId();

    public static Command Create()
    {
        var list = new TaughtCommand("list", "Show what was released, and what became of it.", "releases list --limit 5") { Limit };
        list.SetStoreAction(ListAsync);

        var verify = new TaughtCommand(
            "verify",
            "Make published figures again from the log and compare them byte for byte. Ends with exit code 1 when one differs.",
            "releases verify",
            "releases verify 0192d5e4-7b00-7c01-8d02-9e03af04b006") { Id };
        verify.SetStoreAction(VerifyAsync);

        return new Command("releases", "Show that published figures are what was recorded.") { list, verify };
    }

    private static async Task<int> ListAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var reads = platform.Services.GetRequiredService<ReleaseReads>();
        var page = await reads.ListAsync(null, (int)Math.Min(10_000, command.GetValue(Limit)!.Value), cancellation);
        if (page.Items.Count == 0)
        {
            Console.Out.WriteLine("Nothing is released yet.");
            return ExitCode.Done;
        }

        var table = new TextTable("RELEASE", "STATE", "AS AT", "HASH", "TITLE");
        foreach (var release in page.Items)
            table.Add($"{release.Id}", $"{release.State}", Terminal.Moment(release.AsAt), release.Hash ?? "", release.Title);

        table.WriteTo(Console.Out, Math.Max(Terminal.Width, 160));
        return ExitCode.Done;
    }

    private static async Task<int> VerifyAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var reads = platform.Services.GetRequiredService<ReleaseReads>();
        var (verified, differing) = (0, 0);
        await foreach (var release in ToVerifyAsync(reads, command.GetValue(Id), cancellation))
        {
            var found = await reads.VerifyAsync(release.Id, cancellation);
            verified++;
            if (found is { IsUntouched: true, IsReproduced: true })
                continue;

            differing++;
            Console.Out.WriteLine(
                found.IsUntouched
                    ? $"Release {release.Id} ({release.Title}) is not what the log gives."
                    : $"Release {release.Id} ({release.Title}) was changed: it does not have its hash.");
        }

        if (verified == 0)
        {
            Console.Out.WriteLine("Nothing is released yet, so there is nothing to verify.");
            return ExitCode.Done;
        }

        if (differing > 0)
        {
            Console.Out.WriteLine($"{differing} of {Terminal.Count(verified, "release")} differ.");
            return ExitCode.Failed;
        }

        Console.Out.WriteLine($"The same, byte for byte: {Terminal.Count(verified, "release")} made again from the log.");
        return ExitCode.Done;
    }

    private static async IAsyncEnumerable<ReleasePage> ToVerifyAsync(
        ReleaseReads reads, Guid? id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (id is { } one)
        {
            yield return await reads.FindAsync(one, cancellation) is { Hash: not null } release
                ? release
                : throw new RefusedException($"There is no published release {one}. Say 'engagement releases list'.");
            yield break;
        }

        TimePosition? after = null;
        while (true)
        {
            var page = await reads.ListPublishedAsync(after, 100, cancellation);
            foreach (var release in page.Items)
                yield return release;

            if (!page.HasMore)
                yield break;

            after = ReleaseReads.PositionOf(page.Items[^1]);
        }
    }
}
