using Engagement.Common;

namespace Engagement.Consultations;

internal static class ConsultationRules
{
    public static Refusal? Withdrawn(Consultation consultation) => consultation.IsWithdrawn
        ? new Refusal("WITHDRAWN", "This consultation was withdrawn. Draft a new one instead")
        : null;
}
