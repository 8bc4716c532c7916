namespace Engagement.Surveys;

/// <summary>Tags by which a question with options says that figures may be broken down by its answers.</summary>
public static class QuestionTags
{
    public const string District = "district";
    public const string Need = "need";
    public const string Phase = "phase";
}
