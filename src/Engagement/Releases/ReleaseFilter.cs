namespace Engagement.Releases;

/// <summary>Which releases are listed; what is left out does not narrow them.</summary>
/// <param name="Kind">Those of this kind of figures.</param>
/// <param name="State">Those that are in this state.</param>
/// <param name="Search">Those with these words in the title, in this order; capital letters do not matter.</param>
public sealed record ReleaseFilter(ReleaseKind? Kind = null, ReleaseState? State = null, string? Search = null);
