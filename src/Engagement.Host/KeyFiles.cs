using System.Security.Cryptography;

namespace Engagement.Host;

/// <summary>
/// The platform's secret keys, each 32 random bytes in a file of its own that only the platform's user may read.
/// They are made once: whoever loses them loses what they protect, so they belong in the backup, but never beside the database's.
/// </summary>
public sealed class KeyFiles(string directory)
{
    private const int KeyLength = 32;

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

    private static void Create(string path)
    {
        // Written beside and moved into place, so that a crash half way leaves no half a key and the first of two hosts wins.
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyLength));
            file.Flush(flushToDisk: true);
        }

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
