namespace Engagement.Activities;

/// <summary>
/// One point that somebody made, in words as near to theirs as could be noted, and what is known of who they are: the codes of a
/// <see cref="Common.District"/>, a <see cref="Common.Need"/> and a <see cref="Common.Phase"/>, which stand in the view as they are.
/// </summary>
/// <param name="Words">What they said.</param>
/// <param name="Proxy">Whether it was said on someone else's behalf.</param>
/// <param name="District">The code of their district, if known.</param>
/// <param name="Need">The code of a kind of need, if known.</param>
/// <param name="Phase">The code of a phase of education, if known.</param>
public sealed record ActivityNote(string Words, bool Proxy, string? District, string? Need, string? Phase);
