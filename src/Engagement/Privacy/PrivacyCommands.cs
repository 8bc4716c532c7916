using Engagement.Common;
using Engagement.Forums;
using Engagement.Participants;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Privacy;

/// <summary>What may be asked about the record that we hold of somebody, by them and by those who answer for it.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such subject, or nothing has been asked about their record.</exception>
public sealed class PrivacyCommands(
    CommandRunner runner,
    DocumentStore store,
    SubjectKeys subjectKeys,
    KeyDestruction destruction,
    IEnumerable<IPersonTrail> trails,
    ReceiptReads receipts,
    AuthorReads authors,
    SafeguardingReads safeguarding)
{
    private const string Thing = "record";

    /// <summary>Says by which day it will be answered.</summary>
    public async Task<DateOnly> RequestErasureAsync(RequestErasure command, CommandContext context, CancellationToken cancellationToken)
    {
        if (!await subjectKeys.IsDestroyedAsync(command.SubjectId, cancellationToken)
            && await subjectKeys.FindAsync(command.SubjectId, cancellationToken) is null)
        {
            throw new ThingNotFoundException(Thing, command.SubjectId);
        }

        var today = runner.DayOf(context);
        await ChangeAsync(command.SubjectId, command, context, record => RequestErasure.Decide(command, record, today), cancellationToken);
        return (await RecordAsync(command.SubjectId, cancellationToken))!.Request!.AnswerBy;
    }

    /// <summary>The same, for somebody who has nothing but the receipt of what they said: answers to a survey, or words in a forum.</summary>
    public async Task<DateOnly> RequestErasureByReceiptAsync(
        string reference, string secret, CommandContext context, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(reference, secret, cancellationToken) is { } receipt)
        {
            var subject = await receipts.SubjectOfAsync(receipt.Id, cancellationToken);
            return await RequestErasureAsync(new RequestErasure(subject, SubjectKind.Response, receipt.Id), context, cancellationToken);
        }

        var author = await authors.FindByReceiptAsync(reference, secret, cancellationToken) ?? throw new RuleRefusedException(ReceiptReads.NotFound);
        return await RequestErasureAsync(new RequestErasure(author, SubjectKind.Contributor), context, cancellationToken);
    }

    public Task DecideErasureAsync(DecideErasure command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        return ChangeAsync(
            command.SubjectId,
            command,
            context,
            record => DecideErasure.Decide(command, record ?? throw new ThingNotFoundException(Thing, command.SubjectId), by.Id),
            cancellationToken);
    }

    /// <summary>
    /// Destroys the person's key and those of all their answers to surveys. These have records of their own, and are written apart: nothing in the log
    /// tells that they are one person's. Asked again after a failure, it does what is left.
    /// </summary>
    public async Task DestroyKeyAsync(DestroySubjectKey command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var record = await RecordAsync(command.SubjectId, cancellationToken) ?? throw new ThingNotFoundException(Thing, command.SubjectId);
        var isWatched = await safeguarding.IsWatchedAsync(command.SubjectId, cancellationToken);
        if (DestroySubjectKey.Decide(command, record, by.Id, "", isWatched).EventsOrThrow().Count == 0)
            return;

        foreach (var subject in await OtherSubjectsAsync(command.SubjectId, cancellationToken))
        {
            var apart = context with { IdempotencyKey = null, ExpectedVersion = null, CorrelationId = Guid.NewGuid().ToString("N"), CausationId = null };
            await DestroyAsync(
                new DestroySubjectKey(subject),
                apart,
                (other, proof) => other is { Destroyed: not null } ? Decision.Nothing
                    : other?.CheckHold() is { } onHold ? Decision.Refuse(onHold)
                    : Decision.To(new SubjectKeyDestroyed(subject, proof, by.Id)),
                cancellationToken);
        }

        await DestroyAsync(
            command,
            context,
            (own, proof) => DestroySubjectKey.Decide(command, own ?? record, by.Id, proof, isWatched),
            cancellationToken);
    }

    /// <summary>Destroys the key of a subject whose record has been kept as long as its rule says. What is on hold, or watched, stays.</summary>
    /// <returns>Whether it was destroyed.</returns>
    internal async Task<bool> ExpireAsync(RetentionExpired expired, CommandContext context, CancellationToken cancellationToken)
    {
        if (await safeguarding.IsWatchedAsync(expired.SubjectId, cancellationToken))
            return false;

        var isDestroyed = false;
        await DestroyAsync(
            new DestroySubjectKey(expired.SubjectId),
            context,
            (record, proof) =>
            {
                isDestroyed = record is null or { Destroyed: null, HoldReviewOn: null };
                return isDestroyed ? Decision.To(expired, new SubjectKeyDestroyed(expired.SubjectId, proof, By: null)) : Decision.Nothing;
            },
            cancellationToken);
        return isDestroyed;
    }

    public async Task SetHoldAsync(SetSafeguardingHold command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var today = runner.DayOf(context);
        await subjectKeys.RefuseErasedAsync(command.SubjectId, cancellationToken);
        var key = await subjectKeys.FindAsync(command.SubjectId, cancellationToken) ?? throw new ThingNotFoundException(Thing, command.SubjectId);
        await ChangeAsync(
            command.SubjectId, command, context, record => SetSafeguardingHold.Decide(command, record, by, today, key.Seal), cancellationToken);
    }

    public Task LiftHoldAsync(LiftSafeguardingHold command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        return ChangeAsync(
            command.SubjectId,
            command,
            context,
            record => LiftSafeguardingHold.Decide(record ?? throw new ThingNotFoundException(Thing, command.SubjectId), by),
            cancellationToken);
    }

    /// <summary>The subjects of what this person said under another pseudonym than their own.</summary>
    internal async Task<IReadOnlyList<Guid>> OtherSubjectsAsync(Guid person, CancellationToken cancellationToken)
    {
        var subjects = new List<Guid>();
        foreach (var trail in trails)
            subjects.AddRange((await trail.OfAsync(person, cancellationToken)).Select(trace => trace.Subject).OfType<Guid>());

        return [.. subjects.Where(subject => subject != person).Distinct().OrderBy(_ => Random.Shared.Next())];
    }

    private async Task<SubjectRecord?> RecordAsync(Guid subject, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<SubjectRecord>(SubjectRecord.IdOf(subject), cancellationToken: cancellationToken);
    }

    private Task<Guid> ChangeAsync(
        Guid subject, object command, CommandContext context, Func<SubjectRecord?, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeTogetherAsync(
            SubjectRecord.IdOf(subject),
            command,
            context,
            async session =>
            {
                var stream = await session.Events.FetchForWriting<SubjectRecord>(SubjectRecord.IdOf(subject), cancellationToken);
                if (decide(stream.Aggregate).EventsOrThrow() is { Count: > 0 } events)
                    stream.AppendMany(events);
            },
            cancellationToken);

    private async Task DestroyAsync(
        DestroySubjectKey command, CommandContext context, Func<SubjectRecord?, string, Decision> decide, CancellationToken cancellationToken)
    {
        var proof = await destruction.ProofAsync(command.SubjectId, cancellationToken);
        await runner.ChangeTogetherAsync(
            SubjectRecord.IdOf(command.SubjectId),
            command,
            context,
            async session =>
            {
                var stream = await session.Events.FetchForExclusiveWriting<SubjectRecord>(SubjectRecord.IdOf(command.SubjectId), cancellationToken);
                if (decide(stream.Aggregate, proof).EventsOrThrow() is not { Count: > 0 } events)
                    return;

                stream.AppendMany(events);
                await destruction.WriteAsync(session, events.OfType<SubjectKeyDestroyed>().Single(), cancellationToken);
            },
            cancellationToken);
    }
}
