namespace Engagement.Feedback;

/// <summary>A question that people answered in words of their own, and how many views came of it.</summary>
/// <param name="InstrumentId">The set of questions it belongs to.</param>
/// <param name="Key">Its key there.</param>
/// <param name="Text">The question, in the words in which it was asked last.</param>
/// <param name="Views">How many views answer it.</param>
public sealed record AnsweredQuestion(Guid InstrumentId, string Key, string Text, int Views);
