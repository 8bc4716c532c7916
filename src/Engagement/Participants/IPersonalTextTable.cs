using Npgsql;

namespace Engagement.Participants;

/// <summary>
/// A table that holds, in clear or sealed otherwise than with the subject's key, what a person said or how they are reached. Every module that keeps
/// such a table adds one of these to the services: with the destruction of the key, in its transaction, and again by a durable message.
/// </summary>
public interface IPersonalTextTable
{
    /// <summary>The statement that takes everything of this subject out. It may run more than once.</summary>
    NpgsqlBatchCommand Erase(Guid subject);
}
