using Engagement.Consultations;

namespace Engagement.Feedback;

/// <summary>An entry in another form or language.</summary>
/// <param name="Kind">Which form.</param>
/// <param name="Language">The language's code, such as en or pa.</param>
/// <param name="YouSaid">What people said.</param>
/// <param name="WeDid">What was or will be done, or why it cannot be.</param>
public sealed record EntryRendition(RenditionKind Kind, string Language, string YouSaid, string WeDid);
