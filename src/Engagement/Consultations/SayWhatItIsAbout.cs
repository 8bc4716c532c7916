using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Says what a consultation is about, by which people find it and are told of it. Naming nothing takes back what was said.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="About">All that it is about. It takes the place of what was said before.</param>
/// <param name="Districts">The districts that it is about, by the codes of the Office for National Statistics; none for the whole county.</param>
public sealed record SayWhatItIsAbout(Guid ConsultationId, IReadOnlyList<SubjectArea> About, IReadOnlyList<string> Districts)
{
    public static Decision Decide(SayWhatItIsAbout command, Consultation consultation)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (consultation.IsOpened)
            return Decision.Refuse("ALREADY_OPEN", "This consultation is open. People were told of it by what it is about, so that can no longer be changed");

        if (command.Districts.Any(code => District.Find(code) is null))
            return Decision.Refuse("DISTRICT_UNKNOWN", "Choose districts of the county", "districts");

        SubjectArea[] about = [.. command.About.Distinct().Order()];
        string[] districts = [.. District.All.Select(district => district.Code).Where(command.Districts.Contains)];
        var said = consultation.Subject ?? new SubjectChosen([], []);
        return said.About.SequenceEqual(about) && said.Districts.SequenceEqual(districts) ? Decision.Nothing : Decision.To(new SubjectChosen(about, districts));
    }
}
