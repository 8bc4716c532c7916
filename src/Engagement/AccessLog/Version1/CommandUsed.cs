using EventStore;

namespace Engagement.AccessLog.Version1;

/// <summary>When the account that a command was used from was not kept.</summary>
internal sealed record CommandUsed(string Command);

internal sealed class CommandUsedUpcaster : EventUpcaster<CommandUsed, AccessLog.CommandUsed>
{
    protected override AccessLog.CommandUsed Upcast(CommandUsed old) => new(old.Command, null);
}
