using Engagement.Common;
using Engagement.Feedback;
using Engagement.Surveys;
using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Seeder;

/// <summary>
/// Tells many things in one transaction. Each is decided on as if it came alone, and the events and projections are the same; what is saved is
/// the round trips. A batch has one idempotency key, and all in it are told as of one moment.
/// </summary>
internal sealed class BulkTeller(IServiceProvider services)
{
    private readonly CommandRunner _runner = services.GetRequiredService<CommandRunner>();
    private readonly ResponseCommands _responses = services.GetRequiredService<ResponseCommands>();

    /// <summary>Returns the views as they are then; none where the batch had been told before.</summary>
    public async Task<IReadOnlyDictionary<Guid, View>> SubmitAsync(
        string batch, Survey survey, DateTimeOffset at, IReadOnlyList<SubmitResponse> commands, CancellationToken cancellationToken)
    {
        IDocumentSession? told = null;
        await TellAsync(
            "public",
            batch,
            at,
            session =>
            {
                told = session;
                foreach (var command in commands)
                    Submit(session, command, survey, at);

                return Task.CompletedTask;
            },
            cancellationToken);
        return told!.LastSavedEvents.Where(e => e.Data is ViewCaptured).ToDictionary(e => e.StreamId, e => View.Evolve(null, e)!);
    }

    /// <param name="batch">The name of the batch.</param>
    /// <param name="at">When they are coded.</param>
    /// <param name="codings">Views, each with its themes; null: it cannot be coded.</param>
    /// <param name="known">The views as they are, where that is known already.</param>
    /// <param name="cancellationToken">Ends it before it is saved.</param>
    public Task CodeAsync(
        string batch,
        DateTimeOffset at,
        IReadOnlyList<(Guid View, IReadOnlyList<ThemeCard>? Themes)> codings,
        IReadOnlyDictionary<Guid, View> known,
        CancellationToken cancellationToken) => TellAsync(
            "participation-officer",
            batch,
            at,
            async session =>
            {
                foreach (var (id, themes) in codings)
                {
                    var view = known.GetValueOrDefault(id)
                        ?? await session.Events.AggregateStreamAsync<View>(id, cancellationToken: cancellationToken)
                        ?? throw new ThingNotFoundException("view", id);
                    Code(session, id, view, themes);
                }
            },
            cancellationToken);

    private Task<Guid> TellAsync(
        string role, string batch, DateTimeOffset at, Func<IDocumentSession, Task> tell, CancellationToken cancellationToken) =>
        _runner.ChangeTogetherAsync(
            DeterministicId.From("batch", batch), batch, new CommandContext(role, Storyteller.KeyOf(batch), OccurredAt: at), tell, cancellationToken);

    private void Submit(IDocumentSession session, SubmitResponse command, Survey survey, DateTimeOffset at)
    {
        var prepared = _responses.Prepare(Response.IdFor(command.WaveId, command.IdempotencyKey), at);
        ResponseCommands.Write(
            session, prepared, SubmitResponse.Decide(command, survey, LondonCalendar.DayOf(at), prepared.Submission).EventsOrThrow());
    }

    private static void Code(IDocumentSession session, Guid id, View view, IReadOnlyList<ThemeCard>? themes)
    {
        // Of a batch that is told again all is coded already, or nothing.
        object[] events = themes is null
            ? [.. MarkViewNotCodable.Decide(new MarkViewNotCodable(id, Coder.NothingAsked), view).EventsOrThrow()]
            :
            [
                .. themes
                    .Where(theme => !view.ThemeIds.Contains(theme.Id))
                    .SelectMany(theme => CodeView.Decide(new CodeView(id, theme.Id), view, CodingTheme.Of(theme)).EventsOrThrow()),
            ];
        if (events.Length > 0)
            session.Events.Append(id, view.Version + events.Length, events);
    }
}
