using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using Engagement.Surveys;
using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Seeder;

/// <summary>
/// Tells many things in one transaction. Each is decided on as if it came alone, and the events and projections are the same; what is saved is the round
/// trips. A batch has one idempotency key, and all in it are told as of one moment.
/// </summary>
internal sealed class BulkTeller(IServiceProvider services)
{
    private readonly DocumentStore _store = services.GetRequiredService<DocumentStore>();
    private readonly SubjectKeys _subjectKeys = services.GetRequiredService<SubjectKeys>();
    private readonly ReceiptPrinter _receipts = services.GetRequiredService<ReceiptPrinter>();

    /// <summary>Returns the views as they are then; null when the batch had been told before.</summary>
    public async Task<IReadOnlyDictionary<Guid, View>?> SubmitAsync(
        string batch, Survey survey, DateTimeOffset at, IEnumerable<SubmitResponse> commands, CancellationToken cancellationToken)
    {
        await using var session = Open("public", batch, at);
        foreach (var command in commands)
            Submit(session, command, survey, at);

        if (!await SaveAsync(session, cancellationToken))
            return null;

        return session.LastSavedEvents.Where(e => e.Data is ViewCaptured).ToDictionary(e => e.StreamId, e => View.Evolve(null, e)!);
    }

    /// <param name="batch">The name of the batch.</param>
    /// <param name="at">When they are coded.</param>
    /// <param name="codings">Views, each with its themes.</param>
    /// <param name="known">The views as they are, where that is known already.</param>
    /// <param name="cancellationToken">Ends it before it is saved.</param>
    public async Task CodeAsync(
        string batch,
        DateTimeOffset at,
        IReadOnlyList<(Guid View, IReadOnlyList<ThemeCard> Themes)> codings,
        IReadOnlyDictionary<Guid, View>? known,
        CancellationToken cancellationToken)
    {
        await using var session = Open("participation-officer", batch, at);
        foreach (var (id, themes) in codings)
        {
            var view = known?[id]
                ?? await session.Events.AggregateStreamAsync<View>(id, cancellationToken: cancellationToken)
                ?? throw new ThingNotFoundException("view", id);
            // Of a batch that is told again all is coded already, or nothing.
            object[] events = [.. themes.Where(theme => !view.ThemeIds.Contains(theme.Id)).SelectMany(theme => Decided(CodeView.Decide(new CodeView(id, theme.Id), view, CodingTheme.Of(theme))))];
            if (events.Length > 0)
                session.Events.Append(id, view.Version + events.Length, events);
        }

        await SaveAsync(session, cancellationToken);
    }

    private static IReadOnlyList<object> Decided(Decision decision) =>
        decision.Refusal is { } refusal ? throw new RuleRefusedException(refusal) : decision.Events;

    private void Submit(IDocumentSession session, SubmitResponse command, Survey survey, DateTimeOffset at)
    {
        var id = Response.IdFor(command.WaveId, command.IdempotencyKey);
        var (key, keep) = _subjectKeys.Create(Guid.CreateVersion7());
        var submission = new Submission(
            id, key.Subject, _receipts.ReferenceOf(id), ReceiptPrinter.HashOf(_receipts.SecretOf(id)), at, key.Seal);
        var events = Decided(SubmitResponse.Decide(command, survey, LondonCalendar.DayOf(at), submission));
        session.Events.StartStream<Response>(id, [.. events.Where(e => e is not ViewCaptured)]);
        foreach (var view in events.OfType<ViewCaptured>())
            session.Events.StartStream<View>(View.IdFor(id, view.Source.Question!.Key), view);

        session.QueueSqlCommand(keep);
    }

    private IDocumentSession Open(string role, string batch, DateTimeOffset at)
    {
        var session = _store.LightweightSession();
        session.LastModifiedBy = role;
        session.SetHeader(EventMetadata.OccurredAtHeader, at);
        session.SetIdempotencyKey(Storyteller.KeyOf(batch), "{}");
        return session;
    }

    /// <summary>False when this batch was saved before.</summary>
    private static async Task<bool> SaveAsync(IDocumentSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (Exception again) when (again is EventStore.IdempotencyKeyReusedException
            or EventStreamUnexpectedVersionException
            or ExistingStreamIdCollisionException)
        {
            // Which of them a repeat meets first is the store's affair; only a repeat can meet any, because nobody else writes to these streams.
            return false;
        }
    }
}
