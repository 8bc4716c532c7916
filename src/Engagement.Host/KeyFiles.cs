using System.Security.Cryptography;

namespace Engagement.Host;

/// <summary>
/// The platform's secret keys, each 32 random bytes in a file of its own that only the platform's user may read.
/// They are made once: whoever loses them loses what they protect, so they belong in the backup, but never beside the database's.
/// </summary>
public sealed class KeyFiles(string directory)
{
    private const int KeyLength = 32;
    private const int IdLength = 16;

    /// <summary>Reads the named key, or makes it when it is asked for the first time.</summary>
    public byte[] ReadOrCreate(string name)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, name);
        if (!File.Exists(path))
            Create(path);

        var key = File.ReadAllBytes(path);
        return key.Length == KeyLength
            ? key
            : throw new InvalidOperationException($"The key file '{path}' has {key.Length} bytes and must have {KeyLength}. Restore it from the backup.");
    }

    public bool Has(string name) => File.Exists(Path.Combine(directory, name));

    /// <summary>The named key, made if it is not there yet, and then those that were it before: files of its name with the name of the key behind it.</summary>
    public IReadOnlyList<byte[]> ReadAll(string name)
    {
        var current = ReadOrCreate(name);
        var older = Directory.EnumerateFiles(directory, $"{name}.*").Where(IsNumbered).Order(StringComparer.Ordinal);
        return [current, .. older.Select(File.ReadAllBytes).Where(key => key.Length == KeyLength)];
    }

    /// <summary>
    /// Makes a new key of this name. The old one is kept beside it before the new one takes its place in one step, so that whoever is cut off, and whoever
    /// reads meanwhile, has a key that opens what was protected.
    /// </summary>
    public void Renew(string name, Func<byte[], string> idOf)
    {
        var path = Path.Combine(directory, name);
        var old = ReadOrCreate(name);
        var made = RandomNumberGenerator.GetBytes(KeyLength);
        foreach (var key in new[] { old, made })
        {
            var kept = $"{path}.{idOf(key)}";
            if (!File.Exists(kept))
                Write(kept, key);
        }

        var draft = $"{path}.{Guid.NewGuid():N}";
        Write(draft, made);
        File.Move(draft, path, overwrite: true);
    }

    // A draft has the 32 digits of a GUID behind its name.
    private static bool IsNumbered(string path) => Path.GetExtension(path).Length == 1 + IdLength;

    private static void Write(string path, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(key);
        file.Flush(flushToDisk: true);
    }

    private static void Create(string path)
    {
        // Written beside and moved into place, so that a crash half way leaves no half a key and the first of two hosts wins.
        var draft = $"{path}.{Guid.NewGuid():N}";
        Write(draft, RandomNumberGenerator.GetBytes(KeyLength));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
