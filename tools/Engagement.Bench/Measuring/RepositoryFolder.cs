namespace Engagement.Bench.Measuring;

/// <summary>Where the sources are that the benchmark was built from.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder, or null when the benchmark does not run from its repository.</summary>
    public static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Engagement.sln")))
            folder = folder.Parent;
        return folder?.FullName;
    }

    /// <summary>A file or folder in it.</summary>
    /// <exception cref="BenchmarkException">The benchmark does not run from its repository.</exception>
    public static string Of(params string[] path) =>
        Path.Combine([Find() ?? throw new BenchmarkException("The benchmark has to be run from its repository."), .. path]);
}
