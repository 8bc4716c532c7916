using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Says who is asked. Where young people are, opening needs an Easy Read version.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Audiences">All who are asked. It takes the place of what was chosen before.</param>
public sealed record ChooseAudiences(Guid ConsultationId, IReadOnlyList<Audience> Audiences)
{
    public static Decision Decide(ChooseAudiences command, Consultation consultation)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (consultation.IsOpened)
            return Decision.Refuse("ALREADY_OPEN", "This consultation is open. Those it asks can no longer be changed");

        Audience[] audiences = [.. command.Audiences.Distinct().Order()];
        if (audiences.Length == 0)
            return Decision.Refuse("AUDIENCES_MISSING", "Choose who is asked", "audiences");

        return consultation.Audiences is { } chosen && chosen.Audiences.SequenceEqual(audiences)
            ? Decision.Nothing
            : Decision.To(new AudiencesChosen(audiences));
    }
}
