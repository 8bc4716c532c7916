namespace Engagement.Activities;

/// <summary>
/// One point that somebody made, in words as near to theirs as could be noted, and what is known of who they are: the codes of a
/// <see cref="Common.District"/>, a <see cref="Common.Need"/> and a <see cref="Common.Phase"/>, which stand in the view as they are.
/// </summary>
public sealed record ActivityNote(string Words, bool Proxy, string? District, string? Need, string? Phase);
