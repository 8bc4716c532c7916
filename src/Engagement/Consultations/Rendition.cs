namespace Engagement.Consultations;

/// <summary>The same consultation in another form or language.</summary>
/// <param name="Kind">Which form.</param>
/// <param name="Language">The language's code, for example en.</param>
/// <param name="ApprovedByRole">The role that checked that it says the same.</param>
/// <param name="Url">Where it can be read, if it is a document.</param>
public sealed record Rendition(RenditionKind Kind, string Language, string ApprovedByRole, string? Url);
