namespace Engagement.Feedback;

/// <summary>Where a view was said.</summary>
/// <param name="Kind">What it was said in.</param>
/// <param name="Id">The response, contribution, activity or logged feedback.</param>
/// <param name="Question">The question that it answers, where it is an answer.</param>
public sealed record ViewSource(ViewSourceKind Kind, Guid Id, ViewQuestion? Question);
