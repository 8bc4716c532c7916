using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Publishes the report, or its next version. Nothing that was said may be left unread or unanswered by it.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Url">Where the report can be read.</param>
public sealed record PublishReport(Guid ConsultationId, string Url)
{
    public static Decision Decide(PublishReport command, Consultation consultation, ReportReadiness readiness, DateOnly today)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (readiness.Blocks(consultation.StateOn(today)) is [var first, ..])
            return Decision.Refuse(first);

        var url = CleanText.OneLine(command.Url);
        return WebAddress.IsValid(url)
            ? Decision.To(new ReportPublished(consultation.ReportVersion + 1, url))
            : Decision.Refuse(WebAddress.Invalid("url"));
    }
}
