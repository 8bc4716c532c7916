namespace Engagement.Forums;

/// <summary>Where in a text something was found, in characters as .NET counts them. It says what kind of thing, and never what.</summary>
public sealed record MarkedSpan(MarkKind Kind, int Start, int Length);
