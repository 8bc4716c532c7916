namespace Engagement.Consultations;

public sealed record ConsultationReport(int Version, string Url, DateTimeOffset PublishedAt);
