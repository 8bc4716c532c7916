namespace Tests.Shared;

/// <summary>Where the repository lies, seen from a test that runs somewhere below it.</summary>
public static class Repository
{
    /// <summary>The top folder of the repository.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "Engagement.sln")))
            folder = Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Engagement.sln: run the tests inside the repository.");
        return folder;
    }
}
