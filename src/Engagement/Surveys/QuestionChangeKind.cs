namespace Engagement.Surveys;

public enum QuestionChangeKind
{
    Added,
    Removed,

    /// <summary>Something that people answer to is other than it was: an officer says what that means for its figures.</summary>
    Changed,

    /// <summary>It is elsewhere, or used for something else; what people answer to is as it was.</summary>
    Rearranged,
}
