namespace Tests.Shared;

/// <summary>A text that is kept in a file of the repository, and changes only on purpose: tests that run with UPDATE_SCHEMA=1 write it down anew.</summary>
public static class Agreed
{
    public static bool IsUpdated => Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1";

    /// <summary>What has changed, line by line: "-" what is no longer there, "+" what came. Empty when the text is the agreed one.</summary>
    /// <param name="file">The file, below the top folder of the repository.</param>
    /// <param name="text">What it is to hold.</param>
    public static IReadOnlyList<string> Changes(string file, string text)
    {
        var path = Path.Combine(Repository.Folder, file);
        if (IsUpdated)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        var changes = Compare(File.Exists(path) ? File.ReadAllText(path).Split('\n') : [], text.Split('\n')).ToList();
        return changes.Count == 0 ? [] : [$"{file}:", .. changes];
    }

    private static IEnumerable<string> Compare(string[] agreed, string[] now)
    {
        // How many lines both have in common, in order, from each pair of lines to the end.
        var common = new int[agreed.Length + 1, now.Length + 1];
        for (var i = agreed.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = agreed[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        for (var (i, j) = (0, 0); i < agreed.Length || j < now.Length;)
        {
            if (i < agreed.Length && j < now.Length && agreed[i] == now[j])
                (i, j) = (i + 1, j + 1);
            else if (j == now.Length || (i < agreed.Length && common[i + 1, j] >= common[i, j + 1]))
                yield return $"- {agreed[i++]}";
            else
                yield return $"+ {now[j++]}";
        }
    }
}
