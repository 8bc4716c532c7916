namespace Engagement.Common;

/// <summary>Data to look around in: it is made up, and its titles say so.</summary>
public static class Demonstration
{
    private const string Mark = "(demonstration)";

    public static bool IsMarked(string title) => title.EndsWith(Mark, StringComparison.Ordinal);
}
