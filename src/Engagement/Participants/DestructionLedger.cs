using System.Text;
using System.Text.Json;

namespace Engagement.Participants;

/// <summary>
/// The destroyed keys, in a file outside the database: a line each, only ever added to, and on the disk before the database forgets the key. Whoever
/// restores an old backup of the database has the keys again, and loses them again when the platform starts, because this file is not part of it.
/// </summary>
public sealed class DestructionLedger(string? path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Where it is; null where none is kept.</summary>
    public string? Path { get; } = path;

    /// <summary>Adds what is not in it yet, and returns when the disk has it.</summary>
    public async Task AppendAsync(IReadOnlyCollection<DestroyedKey> destroyed, CancellationToken cancellationToken)
    {
        if (Path is null || destroyed.Count == 0)
            return;

        if (System.IO.Path.GetDirectoryName(Path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);

        await using var file = await OpenAsync(Path, cancellationToken);
        var known = Parse(await ReadAsync(file, cancellationToken)).Select(one => one.Subject).ToHashSet();
        var lines = new StringBuilder();
        foreach (var one in destroyed.Where(one => known.Add(one.Subject)))
            lines.Append(JsonSerializer.Serialize(one, JsonSerializerOptions.Web)).Append('\n');

        if (lines.Length == 0)
            return;

        // A line that a crash has cut off is no line: its key was not destroyed either.
        if (file.Length > 0 && await IsCutOffAsync(file, cancellationToken))
            lines.Insert(0, '\n');

        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), cancellationToken);
        file.Flush(flushToDisk: true);
    }

    /// <summary>All of them, each subject once.</summary>
    public async Task<IReadOnlyList<DestroyedKey>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Path is null || !File.Exists(Path))
            return [];

        await using var file = await OpenAsync(Path, cancellationToken);
        return [.. Parse(await ReadAsync(file, cancellationToken)).DistinctBy(one => one.Subject)];
    }

    private static async Task<string> ReadAsync(FileStream file, CancellationToken cancellationToken)
    {
        file.Seek(0, SeekOrigin.Begin);
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static IEnumerable<DestroyedKey> Parse(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (TryParse(line) is { } one)
                yield return one;
        }
    }

    private static DestroyedKey? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<DestroyedKey>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<bool> IsCutOffAsync(FileStream file, CancellationToken cancellationToken)
    {
        file.Seek(-1, SeekOrigin.End);
        var last = new byte[1];
        await file.ReadExactlyAsync(last, cancellationToken);
        return last[0] != (byte)'\n';
    }

    /// <summary>One process at a time: several nodes may keep one ledger.</summary>
    private static async Task<FileStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
            }
        }
    }
}
