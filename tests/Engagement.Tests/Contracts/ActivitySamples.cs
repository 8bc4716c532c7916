using Engagement.Activities;
using Engagement.Common;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class ActivitySamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new ActivityPlanned(
            "What makes a good review meeting?",
            ActivityKind.FocusGroup,
            EngagementLevel.CoDesigning,
            Audience.YoungPeople,
            true,
            ConsultationId,
            new DateOnly(2024, 10, 9),
            "E07000114",
            CycleStage.Plan,
            new LundyPlan(
                "A room they chose, with a quiet corner", "Cards, drawing and a youth worker", "The head of the service is there", "They write the new form"),
            "Two vetted facilitators; consent from parents; a plan for worries that come up"),
        new ActivityPlanChanged(
            "What makes a review meeting worth going to?",
            ActivityKind.Workshop,
            EngagementLevel.CoProducing,
            Audience.YoungPeople,
            true,
            "E07000106",
            CycleStage.Review,
            new LundyPlan("A room they chose", "Cards and drawing", "The head of the service is there", "They decide on the new form"),
            "Two vetted facilitators; consent from parents",
            "The head of the service agreed that the group decides"),
        new ActivityMoved(new DateOnly(2024, 10, 16), "The college is closed that day"),
        new InvitationsSent(24, "By the youth workers of three colleges"),
        new SupportOffered(SupportKind.Transport, "A taxi there and back, booked by us"),
        new PlacesOpened(12, "The library in Margate, from 10 to 12. Ring the bell at the side door."),
        new PlaceTaken(SubjectId),
        new PlaceGivenUp(SubjectId),
        new ActivityHeld(new DateOnly(2024, 10, 16)),
        new AttendanceRecorded([SubjectId], 11, "Two came after the list was taken"),
        new NotesRecorded([ViewId]),
        new ParticipantAssessedLevel(SubjectId, EngagementLevel.Engaging),
        new ActivityCancelled("The building was flooded"),
    ];
}
