using Engagement.Consultations;

namespace Engagement.Feedback;

/// <summary>An entry in another form or language. Language as a code, such as en or pa.</summary>
public sealed record EntryRendition(RenditionKind Kind, string Language, string YouSaid, string WeDid);
