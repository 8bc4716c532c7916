using Engagement.Common;
using EventStore;

namespace Engagement.Releases;

/// <summary>What may be asked of releases.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such release.</exception>
/// <exception cref="StaleVersionException">It is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class ReleaseCommands(CommandRunner runner, ReleaseReads reads, DocumentStore store, TimeProvider clock)
{
    private const string Thing = "release";

    private static readonly DisclosurePolicy Policy = DisclosurePolicy.Public;

    /// <summary>
    /// Makes figures and checks them. A check that fails is recorded too, and says in <see cref="ReleasePage.WhyFailed"/> why. A draft of the same subject
    /// that was not published gives way.
    /// </summary>
    public async Task<Guid> DraftAsync(DraftRelease command, CommandContext context, CancellationToken cancellationToken)
    {
        // Recorded by now: that is the time of the database's clock, not the time for which a command is given.
        var now = clock.GetUtcNow();
        var moment = new LogMoment(KeptTo(command.AsAt ?? now), await store.Tail.PositionAsync(cancellationToken));
        var figures = moment.At > now ? null : await reads.FiguresAsync(command.Subject, moment, Policy, cancellationToken);
        var number = (await reads.OfAsync(command.Subject, cancellationToken)).Count + 1;
        return await runner.ChangeTogetherAsync(
            Release.IdFor(command.Subject, number),
            command,
            context,
            async session =>
            {
                var drafts = await reads.OfAsync(command.Subject, cancellationToken);
                if (drafts.Count + 1 != number)
                    throw new StaleVersionException(Release.IdFor(command.Subject, number), number, drafts.Count + 1);

                ReleasePage[] published = [.. drafts.Where(draft => draft.Hash is not null)];
                var showsDifference = figures is not null && await reads.ShowsDifferenceAsync(figures, published, Policy, cancellationToken);
                var standing = Array.Find(published, release => release.State == ReleaseState.Published)?.Id;
                var events = DraftRelease.Decide(command, number, standing, moment, now, figures, showsDifference, Policy, context.ActorId).EventsOrThrow();
                var id = Release.IdFor(command.Subject, number);
                if (drafts is [.., var last])
                {
                    var stream = await session.Events.FetchForWriting<Release>(last.Id, cancellationToken);
                    if (stream.Aggregate is { IsOpen: true })
                        stream.AppendOne(new ReleaseDraftReplaced(id));
                }

                session.Events.StartStream<Release>(id, [.. events]);
            },
            cancellationToken);
    }

    public Task ApproveAsync(ApproveRelease command, CommandContext context, CancellationToken cancellationToken) => runner.ChangeAsync<Release>(
        command.ReleaseId, Thing, command, context, release => ApproveRelease.Decide(release, context.ActorId), cancellationToken);

    public Task PublishAsync(PublishRelease command, CommandContext context, CancellationToken cancellationToken) => runner.ChangeTogetherAsync(
        command.ReleaseId,
        command,
        context,
        async session =>
        {
            var stream = await session.Events.FetchForWriting<Release>(command.ReleaseId, cancellationToken);
            var release = stream.Aggregate ?? throw new ThingNotFoundException(Thing, command.ReleaseId);
            if (context.ExpectedVersion is { } expected && expected != stream.StartingVersion)
                throw new StaleVersionException(command.ReleaseId, expected, stream.StartingVersion);

            // Only what may be published is made again.
            var policy = release.Policy ?? Policy;
            var figures = release.State == ReleaseState.Approved ? await reads.FiguresAsync(release.Subject, release.Moment, policy, cancellationToken) : null;
            var published = (await reads.OfAsync(release.Subject, cancellationToken)).Where(other => other.Hash is not null && other.Id != command.ReleaseId);
            var events = PublishRelease.Decide(
                release,
                figures,
                figures is not null && await reads.ShowsDifferenceAsync(figures, published, policy, cancellationToken),
                figures is not null && await reads.AnyTakenBackSinceAsync(release.Subject, release.Moment, cancellationToken)).EventsOrThrow();
            if (events.Count == 0)
                return;

            stream.AppendMany(events);
            if (release is { Revises: { } earlier, RevisedBecause: { } reason })
            {
                var revised = await session.Events.FetchForWriting<Release>(earlier, cancellationToken);
                revised.AppendOne(new ReleaseRevised(command.ReleaseId, reason));
            }
        },
        cancellationToken);

    // No finer than the log keeps time.
    private static DateTimeOffset KeptTo(DateTimeOffset moment) => new(moment.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
