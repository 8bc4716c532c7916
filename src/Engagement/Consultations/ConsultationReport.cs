namespace Engagement.Consultations;

/// <summary>What was heard and what is answered to it.</summary>
/// <param name="Version">1 for the first; a later one does not undo what was published.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="PublishedAt">When it was published.</param>
public sealed record ConsultationReport(int Version, string Url, DateTimeOffset PublishedAt);
