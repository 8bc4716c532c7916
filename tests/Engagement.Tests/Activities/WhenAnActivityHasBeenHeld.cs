using Engagement.Activities;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using Engagement.Tests.Specs;
using static Engagement.Tests.Activities.ActivityStory;

namespace Engagement.Tests.Activities;

public sealed class WhenAnActivityHasBeenHeld : Spec<Activity>
{
    private static readonly Guid Somebody = Guid.Parse("77777777-7777-4777-8777-777777777777");

    [Fact]
    public void it_is_recorded_on_its_day_or_later() =>
        Given(Planned).When(a => HoldActivity.Decide(new HoldActivity(Id, Day), a, Day)).Then(Held);

    [Fact]
    public void it_is_not_recorded_beforehand() =>
        Given(Planned)
            .When(a => HoldActivity.Decide(new HoldActivity(Id, Day), a, Day.AddDays(-1)))
            .ThenRefused("HELD_IN_THE_FUTURE", "An activity can be recorded as held on its day or later", "heldOn");

    [Fact]
    public void attendance_is_those_who_are_known_and_those_who_were_counted() =>
        Given(Planned, Held).When(Attend([Somebody, Somebody], 11)).Then(new AttendanceRecorded([Somebody], 11, null));

    [Fact]
    public void attendance_cannot_precede_the_date() =>
        Given(Planned)
            .When(a => RecordAttendance.Decide(new RecordAttendance(Id, [], 5, null), a, Day.AddDays(-1)))
            .ThenRefused("ATTENDANCE_TOO_EARLY", "This activity is on 9 October 2024. Attendance can be recorded on that day or later");

    [Fact]
    public void cancelled_takes_no_attendance() =>
        Given(Planned, Cancelled).When(Attend([], 5)).ThenRefused("ACTIVITY_CANCELLED", "This activity was cancelled, so nobody attended it");

    [Fact]
    public void a_correction_says_why() =>
        Given(Planned, Held, new AttendanceRecorded([], 11, null)).When(Attend([], 13))
            .ThenRefused(
                "CORRECTION_UNEXPLAINED", "Attendance has been recorded. To correct it, say why the first record was wrong", "correctedBecause");

    [Fact]
    public void a_correction_replaces_what_was_recorded() =>
        Given(Planned, Held, new AttendanceRecorded([], 11, null)).When(Attend([], 13, "Two came late")).Then(new AttendanceRecorded([], 13, "Two came late"));

    [Fact]
    public void the_same_attendance_again_does_nothing() =>
        Given(Planned, Held, new AttendanceRecorded([Somebody], 11, null)).When(Attend([Somebody], 11)).ThenNothing();

    [Fact]
    public void each_note_becomes_a_view_of_its_own() =>
        Given(Planned, Held, new NotesRecorded([Guid.NewGuid()]))
            .When(a => RecordNotes.Decide(
                new RecordNotes(Id, [new ActivityNote(" We want fewer forms ", false, null, "autism", "post-16"), new ActivityNote("And pictures", true, "E07000105", null, null)]),
                a,
                Seal))
            .Then(
                new NotesRecorded([View.IdFor(Id, "note-2"), View.IdFor(Id, "note-3")]),
                Note("We want fewer forms", false, "E07000114", "autism", "post-16"),
                Note("And pictures", true, "E07000105", null, null));

    [Fact]
    public void an_empty_note_is_named() =>
        Given(Planned, Held)
            .When(a => RecordNotes.Decide(
                new RecordNotes(Id, [new ActivityNote("We want fewer forms", false, null, null, null), new ActivityNote(" ", false, null, null, null)]), a, Seal))
            .ThenRefused("NOTE_EMPTY", "Enter what was said, or take this note away", "notes.1");

    [Fact]
    public void a_note_that_is_missing_is_named_like_an_empty_one() =>
        Given(Planned, Held).When(a => RecordNotes.Decide(new RecordNotes(Id, [null!]), a, Seal)).ThenRefused("NOTE_EMPTY");

    // They stand in the view as they are, unlike the words, so nothing of a person may be written there.
    [Fact]
    public void a_need_and_a_phase_are_chosen_from_a_list()
    {
        Given(Planned, Held).When(a => RecordNotes.Decide(new RecordNotes(Id, [new ActivityNote("Words", false, null, "She cannot read", null)]), a, Seal))
            .ThenRefused("NEED_UNKNOWN", "Choose one of the kinds of need, or leave it out", "notes.0");
        Given(Planned, Held).When(a => RecordNotes.Decide(new RecordNotes(Id, [new ActivityNote("Words", false, null, null, "Year 4, class B")]), a, Seal))
            .ThenRefused("PHASE_UNKNOWN", "Choose one of the phases of education, or leave it out", "notes.0");
    }

    [Fact]
    public void nobody_said_anything_before_it_was_held() =>
        Given(Planned)
            .When(a => RecordNotes.Decide(new RecordNotes(Id, [new ActivityNote("Words", false, null, null, null)]), a, Seal))
            .ThenRefused("ACTIVITY_NOT_HELD", "Record that the activity was held first");

    [Fact]
    public void whoever_took_part_says_once_how_much_they_decided()
    {
        var assessed = new ParticipantAssessedLevel(Somebody, EngagementLevel.Consulting);

        Given(Planned, Held).When(a => AssessLevel.Decide(new AssessLevel(Id, Somebody, EngagementLevel.Consulting), a)).Then(assessed);
        Given(Planned, Held, assessed)
            .When(a => AssessLevel.Decide(new AssessLevel(Id, Somebody, EngagementLevel.CoProducing), a))
            .ThenRefused("LEVEL_ALREADY_ASSESSED", "You have already told us how this activity was for you");
    }

    private static Func<Activity, Decision> Attend(Guid[] identified, int headCount, string? because = null) =>
        activity => RecordAttendance.Decide(new RecordAttendance(Id, identified, headCount, because), activity, Day);

    // Sealing is not part of the decision: a stand-in that can be read in the expectation.
    private static PersonalText Seal(string words) => new(Somebody, $"sealed({words})");

    private static ViewCaptured Note(string words, bool proxy, string? district, string? need, string? phase) => new(
        new ViewSource(ViewSourceKind.ActivityNote, Id, null), null, Seal(words), LondonCalendar.StartOf(Day), Audience.YoungPeople, proxy, district, need, phase);
}
