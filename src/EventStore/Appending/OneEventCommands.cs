using System.Collections.Concurrent;

namespace EventStore;

/// <summary>The commands that are not in use, by what they expect of the stream. As many as there were appends at the same time.</summary>
internal sealed class OneEventCommands(DocumentStore store)
{
    private readonly ConcurrentBag<OneEventCommand>[] _idle = [[], [], []];

    public OneEventCommand Rent(StreamAppend append)
    {
        var expectation = AppendStatements.Effective(append);
        if (!_idle[(int)expectation].TryTake(out var command))
        {
            command = new OneEventCommand(
                store.Sql.AppendOne.For(expectation), store.Options.Events.StreamIdentity, expectation != StreamExpectation.AtVersion);
        }

        command.Fill(append);
        return command;
    }

    /// <summary>Only after success: what failed halfway is not used again.</summary>
    public void Return(StreamAppend append, OneEventCommand command)
    {
        command.Command.Connection = null;
        _idle[(int)AppendStatements.Effective(append)].Add(command);
    }
}
