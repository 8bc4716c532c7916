namespace Engagement.Common;

/// <summary>Patterns of SQL's LIKE, with a backslash as the escape.</summary>
internal static class Like
{
    /// <summary>What people type has no patterns in it.</summary>
    public static string Literally(string words) => words.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
}
