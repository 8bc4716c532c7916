namespace Engagement.Activities;

/// <summary>One point that somebody made, in words as near to theirs as could be noted, and what is known of who they are.</summary>
public sealed record ActivityNote(string Words, bool Proxy, string? District, string? Need, string? Phase);
