using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Participants;

namespace Engagement.Activities;

/// <summary>What may be asked of activities.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such activity or consultation.</exception>
/// <exception cref="StaleVersionException">The activity is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class ActivityCommands(CommandRunner runner, ConsultationReads consultations, SubjectKeys subjectKeys)
{
    private const string Thing = "activity";

    public async Task<Guid> PlanAsync(PlanActivity command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.ConsultationId is { } consultation && await consultations.FindAsync(consultation, cancellationToken) is null)
            throw new ThingNotFoundException("consultation", consultation);

        var id = DeterministicId.ForNew(Thing, context.IdempotencyKey);
        return await runner.StartAsync<Activity>(id, command, context, PlanActivity.Decide(command, runner.DayOf(context)), null, cancellationToken);
    }

    public Task ChangePlanAsync(ChangeActivityPlan command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActivityId, command, context, activity => ChangeActivityPlan.Decide(command, activity), cancellationToken);

    public Task MoveAsync(MoveActivity command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActivityId, command, context, activity => MoveActivity.Decide(command, activity, runner.DayOf(context)), cancellationToken);

    public Task SendInvitationsAsync(SendInvitations command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActivityId, command, context, activity => SendInvitations.Decide(command, activity), cancellationToken);

    public Task OfferSupportAsync(OfferSupport command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActivityId, command, context, activity => OfferSupport.Decide(command, activity), cancellationToken);

    public Task OpenPlacesAsync(OpenPlaces command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActivityId, command, context, activity => OpenPlaces.Decide(command, activity), cancellationToken);

    public async Task TakePlaceAsync(TakePlace command, CommandContext context, CancellationToken cancellationToken)
    {
        await subjectKeys.RefuseErasedAsync(command.ParticipantId, cancellationToken);
        await ChangeAsync(command.ActivityId, command, context, activity => TakePlace.Decide(command, activity, runner.DayOf(context)), cancellationToken);
    }

    public Task GiveUpPlaceAsync(GiveUpPlace command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActivityId, command, context, activity => GiveUpPlace.Decide(command, activity), cancellationToken);

    public Task HoldAsync(HoldActivity command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActivityId, command, context, activity => HoldActivity.Decide(command, activity, runner.DayOf(context)), cancellationToken);

    public Task RecordAttendanceAsync(RecordAttendance command, CommandContext context, CancellationToken cancellationToken) => ChangeAsync(
        command.ActivityId, command, context, activity => RecordAttendance.Decide(command, activity, runner.DayOf(context)), cancellationToken);

    /// <summary>Takes the notes, a view for each of them, and the key their words are sealed with, in one transaction.</summary>
    public Task RecordNotesAsync(RecordNotes command, CommandContext context, CancellationToken cancellationToken)
    {
        // Of whom a note tells is not known, so all of them have one subject of their own.
        var (key, keep) = subjectKeys.Create(Guid.CreateVersion7());
        return runner.ChangeAsync<Activity>(
            command.ActivityId,
            Thing,
            command,
            context,
            activity => RecordNotes.Decide(command, activity, key.Seal),
            (session, _, events) =>
            {
                var recorded = (NotesRecorded)events[0];
                for (var i = 0; i < recorded.ViewIds.Count; i++)
                    session.Events.StartStream<View>(recorded.ViewIds[i], events[i + 1]);

                session.QueueSqlCommand(keep);
                return [recorded];
            },
            cancellationToken);
    }

    public Task AssessLevelAsync(AssessLevel command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActivityId, command, context, activity => AssessLevel.Decide(command, activity), cancellationToken);

    public Task CancelAsync(CancelActivity command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActivityId, command, context, activity => CancelActivity.Decide(command, activity), cancellationToken);

    private Task ChangeAsync(
        Guid id, object command, CommandContext context, Func<Activity, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
