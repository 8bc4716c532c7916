using Messaging;

namespace Engagement.Privacy;

public sealed class RunRetentionHandler(RetentionRun run)
{
    public async Task Handle(RunRetention message, IMessageBus bus, CancellationToken cancellationToken)
    {
        if (message.RecordClass is not { } recordClass)
        {
            foreach (var rule in RetentionPolicy.Current.Rules)
                await bus.SendAsync(message with { RecordClass = rule.Class }, cancellationToken: cancellationToken);

            return;
        }

        // A part of the work a message: each commits for itself, and none is long.
        if (await run.ExpireAsync(recordClass, message.Day, message.After, cancellationToken) is { } last)
            await bus.SendAsync(message with { After = last }, cancellationToken: cancellationToken);
    }
}
