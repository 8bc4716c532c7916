using Engagement.Surveys;

namespace Engagement.Api.Surveys;

/// <summary>What became of a response that was taken back.</summary>
/// <param name="StaysInTotals">Whether it came after figures with it were published: then its answers stay counted in them, and only its words go.</param>
/// <param name="Message">What is said to the person; null when nothing of theirs stays.</param>
/// <param name="Response">The response as they see it now.</param>
public sealed record ResponseTakenBack(bool StaysInTotals, string? Message, OwnResponse? Response);
