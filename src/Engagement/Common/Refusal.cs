namespace Engagement.Common;

/// <summary>Why a command was refused: a code for programs, a sentence for people, and the input field to put right, if it is one field.</summary>
public sealed record Refusal(string Code, string Message, string? Field = null);
