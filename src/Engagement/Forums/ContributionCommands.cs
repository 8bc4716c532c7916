using Engagement.Common;
using Engagement.Participants;
using Engagement.Surveys;

namespace Engagement.Forums;

/// <summary>
/// What participants may ask: say something, change it, take it back, support what others said, appeal. There is nothing here to send to one
/// person: all that is said is said to all.
/// </summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such topic or contribution.</exception>
/// <exception cref="StaleVersionException">It is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class ContributionCommands(CommandRunner runner, ForumFacts facts, SubjectKeys subjectKeys, ReceiptPrinter receipts)
{
    private const string Thing = "contribution";

    /// <summary>
    /// Takes a post or a comment. Who has no account gets a pseudonym of their own with their receipt. The same contribution sent again
    /// gets the same receipt. The context's own idempotency key is not used: the command always carries one.
    /// </summary>
    public async Task<PostedContribution> PostAsync(PostContribution command, CommandContext context, CancellationToken cancellationToken)
    {
        if (IdempotencyKeys.Check(command.IdempotencyKey) is { } refusal)
            throw new RuleRefusedException(refusal);

        var topic = await facts.TopicAsync(command.TopicId, cancellationToken);
        var forum = await facts.ForumAsync(topic.ForumId, cancellationToken);
        var replyTo = command.ReplyTo is { } post ? await facts.ContributionAsync(post, cancellationToken) : null;

        var id = Contribution.IdFor(command.TopicId, command.IdempotencyKey);
        var author = context.ActorId ?? DeterministicId.From("contributor", id.ToString("N"));
        var today = runner.DayOf(context);
        var isRefused = PostContribution.Check(command, topic, replyTo, today) is not null;
        // A post that is refused leaves nothing behind, so its author's key is not kept.
        var key = isRefused ? subjectKeys.Create(author).Key : await subjectKeys.ObtainAsync(author, cancellationToken);
        var secret = receipts.SecretOf(id);
        var arrival = new Arrival(
            id,
            author,
            await facts.HandleAsync(author, topic.ForumId, cancellationToken),
            receipts.ReferenceOf(id),
            ReceiptPrinter.HashOf(secret),
            runner.MomentOf(context),
            key.Seal);

        var decision = PostContribution.Decide(command, topic, forum, replyTo, arrival, today);
        await runner.StartAsync(
            id,
            arrival.At,
            command,
            context with { IdempotencyKey = IdempotencyKeys.OfSubmission(command.TopicId, command.IdempotencyKey), ExpectedVersion = null },
            decision,
            (session, events) => session.Events.StartStream<Contribution>(
                id, [.. ContributionStreams.WriteOthers(session, id, releases: 0, worries: 0, events)]),
            alreadyThere: null,
            cancellationToken);

        // A repeat is told what the first was told, also when by now the topic has closed or the post that it answers has gone.
        return Tell(arrival, secret, decision.Refusal is null ? decision.Events : PostContribution.Take(command, topic, forum, arrival));
    }

    /// <summary>Where to get help now, if what it says now asks for it; else nothing.</summary>
    public async Task<IReadOnlyList<string>> EditAsync(EditContribution command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var record = await facts.RecordAsync(command.ContributionId, cancellationToken);
        var topic = await facts.TopicAsync(record.TopicId, cancellationToken);
        var seal = await facts.SealAsync(record.AuthorId, cancellationToken);
        var now = runner.MomentOf(context);
        await ChangeAsync(
            command.ContributionId, command, context, c => EditContribution.Decide(command, c, topic, by, seal, now), cancellationToken);
        return Screening.Of(CleanText.Of(command.Text)).Disclosures.Count > 0 ? GetHelp.Lines : [];
    }

    public Task WithdrawAsync(WithdrawContribution command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        return ChangeAsync(command.ContributionId, command, context, c => WithdrawContribution.Decide(c, by), cancellationToken);
    }

    public async Task SupportAsync(SupportContribution command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        await subjectKeys.RefuseErasedAsync(by.Id, cancellationToken);
        var record = await facts.RecordAsync(command.ContributionId, cancellationToken);
        var topic = await facts.TopicAsync(record.TopicId, cancellationToken);
        var today = runner.DayOf(context);
        await ChangeAsync(command.ContributionId, command, context, c => SupportContribution.Decide(c, topic, by, today), cancellationToken);
    }

    public async Task WithdrawSupportAsync(WithdrawSupport command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var record = await facts.RecordAsync(command.ContributionId, cancellationToken);
        var topic = await facts.TopicAsync(record.TopicId, cancellationToken);
        var today = runner.DayOf(context);
        await ChangeAsync(command.ContributionId, command, context, c => WithdrawSupport.Decide(c, topic, by, today), cancellationToken);
    }

    public async Task ReportAsync(ReportContribution command, CommandContext context, CancellationToken cancellationToken)
    {
        var record = await facts.RecordAsync(command.ContributionId, cancellationToken);
        await ChangeAsync(
            command.ContributionId, command, context, c => ReportContribution.Decide(command, c, record.IsWithSafeguardingLead), cancellationToken);
    }

    public async Task AppealAsync(MakeAppeal command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var record = await facts.RecordAsync(command.ContributionId, cancellationToken);
        var seal = await facts.SealAsync(record.AuthorId, cancellationToken);
        await ChangeAsync(command.ContributionId, command, context, c => MakeAppeal.Decide(command, c, by, seal), cancellationToken);
    }

    private Task ChangeAsync(
        Guid id, object command, CommandContext context, Func<Contribution, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, ContributionStreams.WriteOthers, cancellationToken);

    private static PostedContribution Tell(Arrival arrival, string secret, IReadOnlyList<object> events)
    {
        var hold = events.OfType<ContributionHeld>().SingleOrDefault();
        var state = hold is not null ? ContributionState.Held
            : events.OfType<ContributionReleased>().Any() ? ContributionState.Released : ContributionState.Waiting;
        return new PostedContribution(
            arrival.ContributionId,
            arrival.AuthorId,
            arrival.Handle,
            arrival.Reference,
            secret,
            state,
            hold?.Reason,
            hold?.Why == HoldReason.PossibleDisclosure ? GetHelp.Lines : []);
    }
}
