namespace Engagement.Surveys;

/// <summary>What a draft does to a question of the published version.</summary>
public enum QuestionChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is no longer asked.</summary>
    Removed,

    /// <summary>Something that people answer to is other than it was: an officer says what that means for its figures.</summary>
    Changed,

    /// <summary>It is elsewhere, or used for something else; what people answer to is as it was.</summary>
    Rearranged,
}
