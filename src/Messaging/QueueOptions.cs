namespace Messaging;

/// <summary>How one queue is worked on.</summary>
public sealed class QueueOptions
{
    private int _parallelism = 1;

    internal QueueOptions(string name) => Name = name;

    /// <summary>The queue's name.</summary>
    public string Name { get; }

    /// <summary>
    /// How many of its messages a node handles at the same time, each on a connection of its own from the pool. Default 1: in the order of
    /// their due times, as long as one node does and none fails. With more, or on several nodes, only messages with the same
    /// <see cref="DeliveryOptions.PartitionKey"/> keep their order. Each is handled at least once; its effects in the database happen once.
    /// </summary>
    public int Parallelism
    {
        get => _parallelism;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _parallelism = value;
        }
    }
}
