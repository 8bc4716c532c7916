namespace Engagement.Feedback;

/// <summary>How a theme became another.</summary>
public enum ThemeChangeKind
{
    /// <summary>The first went into the second and takes no codes.</summary>
    Merged,

    /// <summary>The first, which had gone into the second, stands by itself again.</summary>
    Unmerged,

    /// <summary>The second is a point of its own that was part of the first.</summary>
    Split,

    /// <summary>The two belong together and stay apart.</summary>
    Linked,
}
