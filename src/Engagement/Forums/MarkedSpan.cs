namespace Engagement.Forums;

/// <summary>Where in a text something was found, in characters as .NET counts them. It says what kind of thing, and never what.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Start">Where it begins, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public sealed record MarkedSpan(MarkKind Kind, int Start, int Length);
