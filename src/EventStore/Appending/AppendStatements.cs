namespace EventStore;

/// <summary>How to append, by what is expected of the stream.</summary>
internal sealed record AppendStatements(string Absent, string Any, string AtVersion)
{
    /// <summary>A stream at version zero is one that does not exist.</summary>
    public static StreamExpectation Effective(StreamAppend append) =>
        append is { Expectation: StreamExpectation.AtVersion, Version: 0 } ? StreamExpectation.Absent : append.Expectation;

    public string For(StreamExpectation expectation) => expectation switch
    {
        StreamExpectation.Any => Any,
        StreamExpectation.Absent => Absent,
        _ => AtVersion,
    };
}
