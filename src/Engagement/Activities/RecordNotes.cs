using System.Globalization;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;

namespace Engagement.Activities;

/// <summary>Each note becomes a view of its own: what was said in a room is not lost sight of either.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Notes">The notes, 1 to 200.</param>
public sealed record RecordNotes(Guid ActivityId, IReadOnlyList<ActivityNote> Notes)
{
    private const int MostNotes = 200;
    private const int LongestNote = 5_000;

    /// <summary>The record of the notes, then a view for each, in their order.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="activity">The activity as it is.</param>
    /// <param name="seal">Seals the words of a note.</param>
    public static Decision Decide(RecordNotes command, Activity activity, Func<string, PersonalText> seal)
    {
        if (ActivityRules.WasHeld(activity) is { } refusal)
            return Decision.Refuse(refusal);

        if (command.Notes.Count is 0 or > MostNotes)
            return Decision.Refuse("NOTES_MISSING", "Enter between 1 and 200 notes", "notes");

        for (var i = 0; i < command.Notes.Count; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"notes.{i}");
            if (command.Notes[i] is not { } note || CleanText.Of(note.Words).Length == 0)
                return Decision.Refuse("NOTE_EMPTY", "Enter what was said, or take this note away", field);

            if (CleanText.TooLong(note.Words, LongestNote, field) is { } tooLong)
                return Decision.Refuse(tooLong);

            if (note.District is { } code && District.Find(code) is null)
                return Decision.Refuse("DISTRICT_UNKNOWN", "Choose one of the districts of the county", field);

            if (note.Need is { } need && Need.Find(need) is null)
                return Decision.Refuse("NEED_UNKNOWN", "Choose one of the kinds of need, or leave it out", field);

            if (note.Phase is { } phase && Phase.Find(phase) is null)
                return Decision.Refuse("PHASE_UNKNOWN", "Choose one of the phases of education, or leave it out", field);
        }

        var saidAt = LondonCalendar.StartOf(activity.OnDay);
        var first = activity.Notes;
        Guid[] ids = [.. Enumerable.Range(first, command.Notes.Count).Select(number => ViewIdOf(command.ActivityId, number))];
        return Decision.To(
        [
            new NotesRecorded(ids),
            .. command.Notes.Select(note => new ViewCaptured(
                new ViewSource(ViewSourceKind.ActivityNote, command.ActivityId, null),
                activity.ConsultationId,
                seal(CleanText.Of(note.Words)),
                saidAt,
                activity.Plan.Audience,
                note.Proxy,
                note.District ?? activity.Plan.District,
                note.Need,
                note.Phase)),
        ]);
    }

    /// <summary>Notes are numbered on from those before, so each has an id of its own for ever.</summary>
    private static Guid ViewIdOf(Guid activityId, int number) => View.IdFor(activityId, string.Create(CultureInfo.InvariantCulture, $"note-{number + 1}"));
}
