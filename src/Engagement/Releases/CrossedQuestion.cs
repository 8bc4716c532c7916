namespace Engagement.Releases;

/// <summary>A question of a survey that is also released by the groups that answered it.</summary>
/// <param name="Question">Its key.</param>
/// <param name="By">What the answers are broken down by, as <c>District</c>.</param>
public sealed record CrossedQuestion(string Question, string By);
