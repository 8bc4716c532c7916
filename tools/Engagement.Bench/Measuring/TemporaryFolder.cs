namespace Engagement.Bench.Measuring;

/// <summary>A folder that is gone with all that is in it when it is no longer needed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("engagement-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
