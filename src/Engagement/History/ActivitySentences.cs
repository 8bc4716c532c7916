using Engagement.Activities;
using Engagement.Governance;
using static Engagement.History.Sentences;

namespace Engagement.History;

internal static class ActivitySentences
{
    private const string Day = "Day";

    public static void AddTo(Sentences sentences)
    {
        sentences
            .Tell<ActivityPlanned>(e => new Told($"The activity was planned: {e.Title} ({Words(e.Kind)}, {Words(e.Level)})").Setting(Day, e.OnDay))
            .Tell<ActivityPlanChanged>(e => new Told($"The plan was changed: {e.Title} ({Words(e.Kind)}, {Words(e.Level)})", e.Reason))
            .Tell<ActivityMoved>(e => new Told("It was moved to another day", e.Reason).Setting(Day, e.OnDay))
            .Tell<InvitationsSent>(e => new Told($"{Count(e.Count, "invitation was", "invitations were")} sent: {e.Route}"))
            .Tell<SupportOffered>(e => new Told($"Support was offered: {Words(e.Kind)}, {e.Detail}"))
            .Tell<ActivityHeld>(e => new Told("It was held").Setting("Held on", e.HeldOn))
            .Tell<AttendanceRecorded>(e => new Told($"Who came was recorded: {Count(e.Identified.Count + e.HeadCount, "person", "people")}", e.CorrectedBecause))
            .Tell<NotesRecorded>(e => new Told($"{Count(e.ViewIds.Count, "note", "notes")} of what was said came in as views"))
            .Tell<ParticipantAssessedLevel>("Somebody who took part said how much they found they decided")
            .Tell<PlacesOpened>(e => new Told($"{Count(e.Places, "place was", "places were")} opened for people to sign up"))
            .Tell<PlaceTaken>("Somebody signed up")
            .Tell<PlaceGivenUp>("Somebody gave up their place")
            .Tell<ActivityCancelled>(e => new Told("It was called off", e.Reason));
        sentences
            .Tell<GroupConstituted>(e => new Told($"The group was constituted: {e.Name}, meeting {Words(e.Frequency)}"))
            .Tell<GroupTermsChanged>("What the group decides or advises on was written anew")
            .Tell<MeetingFrequencyChanged>(e => new Told($"The group meets {Words(e.Frequency)}", e.Reason).Setting("Meets so from", e.From))
            .Tell<SeatCreated>(e => new Told($"A seat for parents and carers was created: {e.Title}").Setting("Created on", e.CreatedOn))
            .Tell<RepNominated>(e => new Told($"Kent PACT nominated somebody for a seat ({e.Role})"))
            .Tell<NominationWithdrawn>("Kent PACT took a nomination back")
            .Tell<RepAppointed>(e => new Told("The group appointed whom Kent PACT had nominated").Setting("Appointed on", e.AppointedOn))
            .Tell<SeatVacated>(e => new Told($"A seat became vacant: {Words(e.Reason)}").Setting("Vacated on", e.VacatedOn));
    }
}
