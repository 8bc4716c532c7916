using Engagement.Common;
using Messaging;
using Microsoft.Extensions.Logging;

namespace Engagement.EvidencePacks;

/// <summary>Makes a pack. Killed in the middle, it is begun again by whichever node takes the message over: nothing is kept before all of it is there.</summary>
public sealed partial class MakeEvidencePackHandler(EvidencePackReads reads, EvidencePackCommands commands, PackMaker maker, ILogger<MakeEvidencePackHandler> logger)
{
    private const string ActorRole = "system";

    // With the first: after that whoever asked is told, and can ask again.
    private const int Attempts = 3;

    public async Task Handle(MakeEvidencePack message, Envelope envelope, CancellationToken cancellationToken)
    {
        if (await reads.FindAsync(message.PackId, cancellationToken) is not { State: EvidencePackState.Asked } pack)
            return;

        var context = new CommandContext(ActorRole, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"));
        try
        {
            var made = await maker.MakeAsync(pack.CommissioningActivityId, pack.AsAt, (percent, stage) => reads.ReportAsync(pack.Id, percent, stage, cancellationToken), cancellationToken);
            await reads.ReportAsync(pack.Id, 95, "Keeping it", cancellationToken);
            await commands.KeepAsync(pack, made, context, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && envelope.Attempts + 1 >= Attempts)
        {
            LogFailed(logger, failure, pack.Id);
            await commands.FailAsync(pack.Id, "Something went wrong on our side, three times. It is in the platform’s log. Ask for it again", context, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Evidence pack {PackId} could not be made.")]
    private static partial void LogFailed(ILogger logger, Exception failure, Guid packId);
}
