using Engagement.Feedback;

namespace Engagement.Notifications;

/// <summary>Says whether an entry answers them: somebody whom a message asked.</summary>
/// <param name="Token">From the link in the message.</param>
/// <param name="Answer">Whether it answers them.</param>
/// <param name="Comment">What they want to add, for those who answer for it. At most 2,000 characters.</param>
public sealed record AnswerByMessage(string Token, ConfirmationAnswer Answer, string? Comment);
