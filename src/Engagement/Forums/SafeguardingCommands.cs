using Engagement.Common;

namespace Engagement.Forums;

/// <summary>What the safeguarding lead may ask. To read an item, see <see cref="SafeguardingReads"/>.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such item.</exception>
public sealed class SafeguardingCommands(CommandRunner runner)
{
    internal const string Thing = "safeguarding item";

    public Task AcknowledgeAsync(AcknowledgeSafeguarding command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        return runner.ChangeAsync<SafeguardingItem>(
            command.ItemId, Thing, command, context, item => AcknowledgeSafeguarding.Decide(item, by), cancellationToken);
    }

    public Task CloseAsync(CloseSafeguarding command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        return runner.ChangeAsync<SafeguardingItem>(
            command.ItemId, Thing, command, context, item => CloseSafeguarding.Decide(command, item, by), cancellationToken);
    }
}
