namespace Engagement.Seeder.Texts;

/// <summary>A point that people make: the sentences it is made in, and the answer it gets.</summary>
internal sealed record TextPoint
{
    public required string Key { get; init; }

    /// <summary>The wider subject, which has two points.</summary>
    public required string Topic { get; init; }

    public required Voice Voice { get; init; }

    public required string Title { get; init; }

    /// <summary>In a sentence what people said.</summary>
    public required string YouSaid { get; init; }

    public required AnswerKind Answer { get; init; }

    public required string AnswerText { get; init; }

    public required string Because { get; init; }

    /// <summary>'You said, we did' in Easy Read: a sentence of what people said, then what is done about it.</summary>
    public required string EasyRead { get; init; }

    public string EasyYouSaid => EasyRead[..(EndOfFirstSentence + 1)];

    public string EasyAnswer => EasyRead[(EndOfFirstSentence + 1)..].Trim();

    public required IReadOnlyDictionary<Mood, string[]> Sentences { get; init; }

    /// <summary>Sentences as in an Easy Read form; only young people have them.</summary>
    public required string[] EasyReadSentences { get; init; }

    public int Count => Sentences.Values.Sum(list => list.Length);

    private int EndOfFirstSentence => EasyRead.IndexOf('.', StringComparison.Ordinal);
}
