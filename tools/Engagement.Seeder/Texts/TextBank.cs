using System.Collections.Frozen;
using System.Text;

namespace Engagement.Seeder.Texts;

/// <summary>
/// The sentences of the demonstration, as they stand in the files of the folder Bank. A line there is a sentence, and its first sign says what it is:
/// <c>-</c> a grievance, <c>+</c> praise, <c>=</c> a wish, <c>*</c> an answer in an Easy Read form; <c>#</c> begins a subject, <c>##</c> a point of it.
/// What stands in braces is replaced by a part of that name, and <c>[one|or|another]</c> by one of its alternatives.
/// </summary>
internal sealed class TextBank
{
    private static readonly FrozenDictionary<string, AnswerKind> Answers = new Dictionary<string, AnswerKind>
    {
        ["we-will"] = AnswerKind.WeWill,
        ["we-did"] = AnswerKind.WeDid,
        ["we-cannot"] = AnswerKind.WeCannot,
    }.ToFrozenDictionary();

    private TextBank()
    {
        Points =
        [
            .. ReadPoints("parents.txt", Voice.Parents),
            .. ReadPoints("young-people.txt", Voice.YoungPeople),
            .. ReadPoints("organisations.txt", Voice.Organisations),
        ];
        Asides = ReadAsides();
        Parts = Lines("parts.txt")
            .Select(line => line.Split(": ", 2))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1].Split(" | "));
        ByVoice = Points.ToLookup(point => point.Voice);
        ByKey = Points.ToFrozenDictionary(point => point.Key);
    }

    public static TextBank Instance { get; } = new();

    /// <summary>In the order of the files: what is said most comes first.</summary>
    public IReadOnlyList<TextPoint> Points { get; }

    public ILookup<Voice, TextPoint> ByVoice { get; }

    public FrozenDictionary<string, TextPoint> ByKey { get; }

    /// <summary>Sentences that make no point: greetings, openings, closings, and what a moderator has to see.</summary>
    public FrozenDictionary<string, string[]> Asides { get; }

    /// <summary>What the names in braces stand for.</summary>
    public FrozenDictionary<string, string[]> Parts { get; }

    public static string NameOf(Voice voice) => voice switch
    {
        Voice.Parents => "parents",
        Voice.YoungPeople => "young-people",
        _ => "organisations",
    };

    private static IEnumerable<TextPoint> ReadPoints(string file, Voice voice)
    {
        var topic = "";
        var point = new List<string>();
        foreach (var line in Lines(file))
        {
            if (line.StartsWith('#') && point.Count > 0)
            {
                yield return ReadPoint(point, topic, voice);
                point.Clear();
            }

            if (line.StartsWith("# ", StringComparison.Ordinal))
                topic = line[2..].Split(" | ")[1];
            else
                point.Add(line);
        }

        yield return ReadPoint(point, topic, voice);
    }

    private static TextPoint ReadPoint(List<string> lines, string topic, Voice voice)
    {
        var heading = lines[0][3..].Split(" | ");
        var facts = lines.Where(line => char.IsLetter(line[0])).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var answer = Answers.Single(kind => facts.ContainsKey(kind.Key));
        return new TextPoint
        {
            Key = heading[0],
            Topic = topic,
            Voice = voice,
            Title = heading[1],
            YouSaid = heading[2],
            Answer = answer.Value,
            AnswerText = facts[answer.Key],
            Because = facts["because"],
            EasyRead = facts["easy"],
            Sentences = new Dictionary<Mood, string[]>
            {
                [Mood.Bad] = Marked(lines, '-'),
                [Mood.Good] = Marked(lines, '+'),
                [Mood.Wish] = Marked(lines, '='),
            },
            EasyReadSentences = Marked(lines, '*'),
        };
    }

    private static string[] Marked(List<string> lines, char mark) => [.. lines.Where(line => line[0] == mark).Select(line => line[2..])];

    private static FrozenDictionary<string, string[]> ReadAsides()
    {
        var asides = new Dictionary<string, string[]>();
        var name = "";
        foreach (var line in Lines("asides.txt"))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                asides[name = line[2..]] = [];
            else
                asides[name] = [.. asides[name], line];
        }

        return asides.ToFrozenDictionary();
    }

    private static IEnumerable<string> Lines(string file)
    {
        var stream = typeof(TextBank).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not in this assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line;
        }
    }
}
