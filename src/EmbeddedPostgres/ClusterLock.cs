namespace EmbeddedPostgres;

/// <summary>
/// Held by the one live process that runs the cluster. The kernel lets go of it with the process, so a killed host leaves no stale lock;
/// and the server, which outlives a killed host, does not inherit it.
/// </summary>
internal sealed class ClusterLock : IDisposable
{
    private readonly FileStream _file;

    private ClusterLock(FileStream file) => _file = file;

    /// <exception cref="DataDirectoryInUseException">Another live process holds it.</exception>
    public static ClusterLock Take(ClusterFolder folder)
    {
        FileStream file;
        try
        {
            file = new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(folder.LockFile))
        {
            throw new DataDirectoryInUseException(folder.Root, ReadOwner(folder.HostFile));
        }

        File.WriteAllText(folder.HostFile, $"{Environment.ProcessId}");
        return new ClusterLock(file);
    }

    public void Dispose() => _file.Dispose();

    private static string? ReadOwner(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
