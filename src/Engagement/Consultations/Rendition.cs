namespace Engagement.Consultations;

/// <summary>The same consultation in another form or language.</summary>
public sealed record Rendition(RenditionKind Kind, string Language, string ApprovedByRole, string? Url);
