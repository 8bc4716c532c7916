using Engagement.Common;
using Messaging;

namespace Engagement.Privacy;

public sealed class RunRetentionHandler(RetentionRun run, TimeProvider clock)
{
    public async Task Handle(RunRetention message, IMessageBus bus, CancellationToken cancellationToken)
    {
        if (message.RecordClass is not { } recordClass)
        {
            // After an outage the message is of a day long gone, and what is due by now is due.
            foreach (var rule in RetentionPolicy.Current.Rules)
                await bus.SendAsync(new RunRetention(clock.LondonToday(), rule.Class), cancellationToken: cancellationToken);

            return;
        }

        // A part of the work a message: each commits for itself, and none is long.
        if (await run.ExpireAsync(recordClass, message.Day, message.After, cancellationToken) is { } last)
            await bus.SendAsync(message with { After = last }, cancellationToken: cancellationToken);
    }
}
