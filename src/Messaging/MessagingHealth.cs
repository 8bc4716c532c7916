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
    /// Sentences, none when all is well: this process cannot take part; a message that needs to wait for no other has been due for more than a
    /// minute; there are dead letters. Cheap enough to be asked every second, also with millions of messages. They name no data.
    /// </summary>
    public async Task<IReadOnlyList<string>> FindTroublesAsync(CancellationToken cancellationToken = default)
    {
        var troubles = new List<string>();
        if (_options.RunWorker && _node.Silence is { } silence && silence > _options.NodeTimeout)
            troubles.Add(string.Create(CultureInfo.InvariantCulture, $"This node has not reached the database for {silence.TotalSeconds:0} seconds, so its messages are others' now."));
        var (waiting, hasDeadLetters) = await _queues.LookAsync(cancellationToken);
        troubles.AddRange(waiting
            .Where(one => one.Waited > LongestWait)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"A message in the queue {one.Queue} has been due for {one.Waited.TotalSeconds:0} seconds.")));
        if (hasDeadLetters)
            troubles.Add("There are messages among the dead letters.");
        return troubles;
    }
}
