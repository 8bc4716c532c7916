using Messaging;

namespace Engagement.Webhooks;

/// <summary>The message that a delivery is to be sent.</summary>
/// <param name="DeliveryId">Which.</param>
/// <param name="Round">The beginning of its webhook that it belongs to.</param>
[MessageIdentity("deliver_webhook")]
public sealed record DeliverWebhook(Guid DeliveryId, int Round)
{
    /// <summary>Slow receivers delay nothing else.</summary>
    public const string Queue = "webhooks";

    private const int AtATime = 8;

    // A day in all: a receiver that is being mended comes back within it.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
        TimeSpan.FromHours(8), TimeSpan.FromHours(10),
    ];

    /// <summary>How often something is sent before its webhook is turned off.</summary>
    public static int MostAttempts => Waits.Length + 1;

    /// <summary>How often the process that sends it may end while it does, before its webhook is turned off.</summary>
    public static int MostInterruptions => Waits.Length + 1;

    /// <summary>
    /// Whatever it fails with, it comes back once more than it is sent: then the handler turns the webhook off. Among the dead letters nobody who looks at
    /// the webhook would see it, and its delivery would wait for ever.
    /// </summary>
    internal static void Configure(MessagingOptions messaging)
    {
        messaging.AddQueue(Queue).Parallelism = AtATime;
        var policies = messaging.Policies.ForMessage<DeliverWebhook>();
        policies.OnAnyException().ScheduleRetry([.. Waits, TimeSpan.Zero]).WithJitter(0.1);
        policies.OnNodeLost().ScheduleRetry([TimeSpan.Zero, .. Waits]);
    }

    /// <summary>Behind what the same webhook was sent before. A new beginning does not wait for what an earlier one has failed with.</summary>
    internal static DeliveryOptions InOrder(Guid webhook, int round) => new() { Queue = Queue, PartitionKey = $"{webhook:N}:{round}" };
}
