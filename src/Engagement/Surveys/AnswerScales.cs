namespace Engagement.Surveys;

/// <summary>
/// The scales there are. Those for Easy Read have three points with keys of their own: an answer on one can never be mistaken for an answer on the other.
/// </summary>
public static class AnswerScales
{
    public static AnswerScale Agreement { get; } = new(
        "agreement-5",
        QuestionKind.Agreement,
        [
            new("strongly-agree", "Strongly agree"),
            new("agree", "Agree"),
            new("neither", "Neither agree nor disagree"),
            new("disagree", "Disagree"),
            new("strongly-disagree", "Strongly disagree"),
        ]);

    public static AnswerScale Satisfaction { get; } = new(
        "satisfaction-5",
        QuestionKind.Satisfaction,
        [
            new("very-satisfied", "Very satisfied"),
            new("satisfied", "Satisfied"),
            new("neither", "Neither satisfied nor dissatisfied"),
            new("dissatisfied", "Dissatisfied"),
            new("very-dissatisfied", "Very dissatisfied"),
        ]);

    public static AnswerScale EasyReadAgreement { get; } = new(
        "agreement-3-easy-read",
        QuestionKind.Agreement,
        [
            new("easy-agree", "I agree"),
            new("easy-neither", "I am in the middle"),
            new("easy-disagree", "I do not agree"),
        ]);

    public static AnswerScale EasyReadSatisfaction { get; } = new(
        "satisfaction-3-easy-read",
        QuestionKind.Satisfaction,
        [
            new("easy-happy", "I am happy with it"),
            new("easy-neither", "I am in the middle"),
            new("easy-unhappy", "I am not happy with it"),
        ]);

    public static IReadOnlyList<AnswerScale> All { get; } = [Agreement, Satisfaction, EasyReadAgreement, EasyReadSatisfaction];

    public static AnswerScale? Find(string key) => All.FirstOrDefault(scale => scale.Key == key);

    /// <summary>The scale on which a question of this kind is asked where nothing else is said.</summary>
    public static AnswerScale? Of(QuestionKind kind) => All.FirstOrDefault(scale => scale.Kind == kind);
}
