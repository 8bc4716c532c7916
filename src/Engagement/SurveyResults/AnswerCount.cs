namespace Engagement.SurveyResults;

/// <summary>How often an answer was given.</summary>
/// <param name="InstrumentVersion">To which version of the questions.</param>
/// <param name="QuestionKey">Empty: the response itself.</param>
/// <param name="Answer">The key of an option, a number, or a month as 2024-10; empty: that the question was answered at all.</param>
/// <param name="Place">In a ranking, 1 first; else 0.</param>
/// <param name="Value">Of what it is broken down by; empty: not said, or not broken down.</param>
/// <param name="Count">How many responses.</param>
public sealed record AnswerCount(int InstrumentVersion, string QuestionKey, string Answer, int Place, string Value, int Count);
