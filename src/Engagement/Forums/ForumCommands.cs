using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Forums;

/// <summary>What may be asked of forums and topics. All of it says who asks: <see cref="CommandContext.ActorId"/>.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such forum, topic or consultation.</exception>
/// <exception cref="StaleVersionException">It is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class ForumCommands(CommandRunner runner, ForumFacts facts, ConsultationReads consultations)
{
    private const string Thing = "forum";

    public Task<Guid> EstablishAsync(EstablishForum command, CommandContext context, CancellationToken cancellationToken)
    {
        var id = DeterministicId.ForNew(Thing, context.IdempotencyKey);
        var decision = EstablishForum.Decide(command, id, Acting.From(context), runner.DayOf(context));
        return runner.StartAsync<Forum>(id, command, context, decision, null, cancellationToken);
    }

    public Task NameFacilitatorAsync(NameFacilitator command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var today = runner.DayOf(context);
        return runner.ChangeAsync<Forum>(
            command.ForumId, Thing, command, context, forum => NameFacilitator.Decide(command, forum, by, today), cancellationToken);
    }

    public Task RemoveFacilitatorAsync(RemoveFacilitator command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        return runner.ChangeAsync<Forum>(
            command.ForumId, Thing, command, context, forum => RemoveFacilitator.Decide(command, forum, by), cancellationToken);
    }

    public async Task<Guid> PublishTopicAsync(PublishTopic command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var forum = await facts.ForumAsync(command.ForumId, cancellationToken);
        if (command.ConsultationId is { } consultation && await consultations.FindAsync(consultation, cancellationToken) is null)
            throw new ThingNotFoundException("consultation", consultation);

        var id = DeterministicId.ForNew("topic", context.IdempotencyKey);
        var decision = PublishTopic.Decide(command, id, forum, by, runner.DayOf(context));
        return await runner.StartAsync<Topic>(id, command, context, decision, null, cancellationToken);
    }

    public Task RewordAsync(RewordForum command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        return runner.ChangeAsync<Forum>(command.ForumId, Thing, command, context, forum => RewordForum.Decide(command, forum, by), cancellationToken);
    }

    public async Task PinTopicAsync(PinTopic command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var forum = await facts.ForumAsync((await facts.TopicAsync(command.TopicId, cancellationToken)).ForumId, cancellationToken);
        await runner.ChangeAsync<Topic>(
            command.TopicId, "topic", command, context, topic => PinTopic.Decide(command, topic, forum, by), cancellationToken);
    }

    public async Task CloseTopicAsync(CloseTopic command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var forum = await facts.ForumAsync((await facts.TopicAsync(command.TopicId, cancellationToken)).ForumId, cancellationToken);
        var today = runner.DayOf(context);
        await runner.ChangeAsync<Topic>(
            command.TopicId, "topic", command, context, topic => CloseTopic.Decide(command, topic, forum, by, today), cancellationToken);
    }

    public async Task PublishSummaryAsync(PublishTopicSummary command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var forum = await facts.ForumAsync((await facts.TopicAsync(command.TopicId, cancellationToken)).ForumId, cancellationToken);
        var today = runner.DayOf(context);
        await runner.ChangeAsync<Topic>(
            command.TopicId, "topic", command, context, topic => PublishTopicSummary.Decide(command, topic, forum, by, today), cancellationToken);
    }
}
