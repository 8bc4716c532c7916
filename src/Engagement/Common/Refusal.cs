namespace Engagement.Common;

/// <summary>Why a command was refused.</summary>
/// <param name="Code">Which rule, for programs. It never changes its meaning.</param>
/// <param name="Message">What is wrong and what to do, for people.</param>
/// <param name="Field">The input field to put right; null when it is not about one.</param>
public sealed record Refusal(string Code, string Message, string? Field = null);
