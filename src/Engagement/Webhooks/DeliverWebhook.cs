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

    internal static void Configure(MessagingOptions messaging)
    {
        messaging.AddQueue(Queue).Parallelism = AtATime;
        messaging.Policies.ForMessage<DeliverWebhook>().OnAnyException().ScheduleRetry(Waits).WithJitter(0.1);
    }

    /// <summary>Behind what the same webhook was sent before. A new beginning does not wait for what an earlier one has failed with.</summary>
    internal static DeliveryOptions InOrder(Guid webhook, int round) => new() { Queue = Queue, PartitionKey = $"{webhook:N}:{round}" };
}
