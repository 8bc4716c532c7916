using System.CommandLine;
using Engagement.Participants;

namespace Engagement.Host.Commands;

/// <summary><c>engagement keys</c>: what protects what people wrote.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var status = new TaughtCommand(
            "status", "Show which key-encryption key wraps the subjects' keys, how many wait to be wrapped anew, and how many were destroyed.", "keys status");
        status.SetStoreAction(StatusAsync, needsKeys: true);

        var rotate = new TaughtCommand(
            "rotate",
            "Wrap the subjects' keys anew under a new key-encryption key, while the platform runs. No event changes. Cut off, it goes on where it was. "
            + "Where the keys come from the environment or from a command, put the new one first there, keep the old one behind it, and start the processes again before.",
            "keys rotate");
        rotate.SetStoreAction(RotateAsync, needsKeys: true, isRecorded: true);

        return new Command("keys", "Show and change what protects what people wrote.") { status, rotate };
    }

    private static async Task<int> StatusAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var status = await platform.Services.GetRequiredService<SubjectKeyRotation>().StatusAsync(cancellation);
        var table = new TextTable("KEY-ENCRYPTION KEY", "~SUBJECTS", "STATE");
        foreach (var id in status.KnownIds.Union(status.WrappedBy.Keys))
            table.Add(id, Terminal.Number(status.WrappedBy.GetValueOrDefault(id)), StateOf(id, status));
        table.WriteTo(Console.Out, Terminal.Width);

        var ledger = platform.Services.GetRequiredService<DestructionLedger>();
        var lines = await ledger.ReadAsync(cancellation);
        Console.Out.WriteLine($"Destroyed: {Terminal.Count(status.Destroyed, "key")} in the database, {Terminal.Count(lines.Count, "line")} in the ledger {ledger.Path}.");
        if (lines.Count != status.Destroyed)
            Console.Out.WriteLine("They differ. A platform that starts makes them agree before it serves anything.");
        return status.KnownIds.Union(status.WrappedBy.Keys).Count() == status.KnownIds.Count ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> RotateAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var rotation = platform.Services.GetRequiredService<SubjectKeyRotation>();
        var waiting = (await rotation.StatusAsync(cancellation)).Waiting;
        if (waiting == 0 && platform.Keys.AreFiles)
        {
            platform.Keys.Renew();
            platform.Services.GetRequiredService<KeyEncryptionKeys>().Reload();
            waiting = (await rotation.StatusAsync(cancellation)).Waiting;
        }

        var bar = ProgressBar.OnError("Wrapping");
        long done;
        try
        {
            done = await rotation.RunAsync(new Shown(bar, waiting), cancellation);
        }
        finally
        {
            bar.End();
        }

        var status = await rotation.StatusAsync(cancellation);
        Console.Out.WriteLine($"{Terminal.Count(done, "key")} wrapped anew under {status.CurrentId}, in {Terminal.Duration(bar.Elapsed)}.");
        Console.Out.WriteLine("Keep the older key-encryption keys for as long as backups of the database are kept that were made before.");
        return ExitCode.Done;
    }

    private static string StateOf(string id, SubjectKeyStatus status) =>
        id == status.CurrentId ? "current"
        : !status.KnownIds.Contains(id) ? "missing: what it wraps cannot be read"
        : status.WrappedBy.ContainsKey(id) ? "old: say 'engagement keys rotate'"
        : "old, and no longer needed but for older backups";

    private sealed class Shown(ProgressBar bar, long all) : IProgress<long>
    {
        public void Report(long value) => bar.Report(all == 0 ? 1 : Math.Clamp((double)value / all, 0, 1), Terminal.Count(value, "key"));
    }
}
