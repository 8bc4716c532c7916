using System.Globalization;
using Messaging.Runtime;

namespace Messaging;

/// <summary>What is wrong with the messages, for a health check.</summary>
public sealed class MessagingHealth
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly MessageQueues _queues;
    private readonly ThisNode _node;
    private readonly MessagingOptions _options;

    internal MessagingHealth(MessageQueues queues, ThisNode node, MessagingOptions options) => (_queues, _node, _options) = (queues, node, options);

    /// <summary>
    /// Sentences, none when all is well: this process cannot take part, or has not begun to; a message that needs to wait for no other has been here and due for
    /// more than a minute, in whichever queue; one has been in hand for a minute longer than a handling may take; there are dead letters. Cheap
    /// enough to be asked every second, also with millions of messages, unless many thousands wait behind a failed one of their key. They name no data.
    /// </summary>
    public async Task<IReadOnlyList<string>> FindTroublesAsync(CancellationToken cancellationToken = default)
    {
        var troubles = new List<string>();
        if (_options.RunWorker && _node.Silence is var silence && silence > _options.NodeTimeout)
            troubles.Add(string.Create(CultureInfo.InvariantCulture, $"This node has not reached the database for {silence.TotalSeconds:0} seconds, so its messages are others' now."));
        var (due, hasDeadLetters) = await _queues.LookAsync(cancellationToken);
        foreach (var (queue, waiting, inHand) in due)
        {
            if (waiting > LongestWait)
                troubles.Add(string.Create(CultureInfo.InvariantCulture, $"A message in the queue {queue} has been due for {waiting.Value.TotalSeconds:0} seconds."));
            if (inHand > LongestWait + _options.HandlingTimeout)
                troubles.Add(string.Create(CultureInfo.InvariantCulture, $"A message in the queue {queue} has been in hand for {inHand.Value.TotalSeconds:0} seconds."));
        }

        if (hasDeadLetters)
            troubles.Add("There are messages among the dead letters.");
        return troubles;
    }
}
