namespace Engagement.Surveys;

/// <summary>Whether figures of one question from two versions may stand in one trend.</summary>
public enum TrendLink
{
    /// <summary>They may.</summary>
    Joins,

    /// <summary>They may, and the trend says where the question was changed.</summary>
    JoinsWithMark,

    /// <summary>They may not: the question asks something else now, or was not asked in one of them.</summary>
    Breaks,
}
