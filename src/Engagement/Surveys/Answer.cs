namespace Engagement.Surveys;

/// <summary>
/// An answer as recorded. By the question's kind one of its members is filled: the options chosen, a number, a date, the options in the order they
/// were ranked, or the id of the view that holds the person's words.
/// </summary>
public sealed record Answer(
    string QuestionKey,
    IReadOnlyList<string> OptionKeys,
    decimal? Number,
    DateOnly? Date,
    IReadOnlyList<string> Ranking,
    Guid? ViewId);
