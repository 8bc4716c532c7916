using System.Diagnostics;
using Engagement.Participants;

namespace Engagement.Host;

/// <summary>
/// Where the key-encryption keys come from: the environment, a command such as the client of a key management service, or files of our own. The first two
/// give all of them in base64, between white space, the current one first.
/// </summary>
internal sealed class KeySources(string directory, IConfiguration configuration)
{
    private const string KeyEncryptionKey = "key-encryption-key";
    private const string PlatformKeyFile = "platform-key";
    private const string FromEnvironment = "Keys:KeyEncryptionKeys";
    private const string FromCommand = "Keys:KeyEncryptionKeyCommand";
    private const string Ledger = "Keys:DestructionLedger";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly KeyFiles _files = new(directory);

    /// <summary>The file of the destroyed keys: beside the keys, unless the settings name a place that no restored backup ever covers.</summary>
    public string DestructionLedger => configuration[Ledger] is { Length: > 0 } elsewhere ? elsewhere : Path.Combine(directory, "destroyed-subjects");

    /// <summary>Whether a new key can be made here; otherwise whoever gives the keys makes it.</summary>
    public bool AreFiles => Given is null && Command is null;

    /// <summary>Whether everything is there without being made.</summary>
    public bool AreThere => (!AreFiles || _files.Has(KeyEncryptionKey)) && _files.Has(PlatformKeyFile);

    private string? Given => configuration[FromEnvironment] is { Length: > 0 } keys ? keys : null;

    private string? Command => configuration[FromCommand] is { Length: > 0 } command ? command : null;

    public byte[] PlatformKey() => _files.ReadOrCreate(PlatformKeyFile);

    /// <summary>The current one first.</summary>
    /// <exception cref="StartupException">They cannot be had, or are no keys.</exception>
    public IReadOnlyList<byte[]> KeyEncryptionKeys()
    {
        if (Given is { } given)
            return Parse(given, "The setting Keys__KeyEncryptionKeys");

        return Command is { } command ? Parse(Run(command), "The output of the key command") : _files.ReadAll(KeyEncryptionKey);
    }

    /// <summary>Makes a new current key; the old one goes on opening what it has wrapped.</summary>
    public void Renew() => _files.Renew(KeyEncryptionKey, key => new KeyEncryptionKey(key).Id);

    private static byte[][] Parse(string text, string what)
    {
        try
        {
            byte[][] keys = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Convert.FromBase64String)];
            return keys.Length > 0 && keys.All(key => key.Length == Participants.KeyEncryptionKey.Length)
                ? keys
                : throw new StartupException($"{what} must hold keys of {Participants.KeyEncryptionKey.Length} bytes each, in base64.");
        }
        catch (FormatException)
        {
            // Not with the exception: it could tell of the key.
            throw new StartupException($"{what} is not base64.");
        }
    }

    private static string Run(string command)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "cmd.exe" : "/bin/sh") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(OperatingSystem.IsWindows() ? "/c" : "-c");
        start.ArgumentList.Add(command);
        using var process = Process.Start(start) ?? throw new StartupException("The key command cannot be run.");
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new StartupException($"The key command has not ended after {Patience.TotalSeconds:0} seconds.");
        }

        return process.ExitCode == 0
            ? output.GetAwaiter().GetResult()
            : throw new StartupException($"The key command has failed with exit code {process.ExitCode}.");
    }
}
