using System.Collections.Frozen;
using Bogus;

namespace Engagement.Seeder.Texts;

/// <summary>Writes what people say: always the same for the same seed, voice and number, whatever was written before.</summary>
internal sealed class ViewWriter(int seed)
{
    private const float GreetingShare = 0.02f;
    private const float ContactShare = 0.006f;
    private const float SecondPointShare = 0.14f;
    private const float SlipShare = 0.09f;

    private static readonly Mood[] Moods = [Mood.Bad, Mood.Good, Mood.Wish];
    private static readonly float[] MoodWeights = [0.66f, 0.2f, 0.14f];
    private static readonly int[] Lengths = [1, 2, 3, 4];
    private static readonly float[] LengthWeights = [0.14f, 0.46f, 0.27f, 0.13f];
    private static readonly FrozenSet<string> CapitalAnywhere = new[] { "I", "SENCO", "A&E", "English", "Easy" }.ToFrozenSet();
    private static readonly TextBank Bank = TextBank.Instance;
    private static readonly Dictionary<Voice, (TextPoint[] Points, float[] Weights)> ByVoice = Enum.GetValues<Voice>().ToDictionary(voice => voice, Weigh);

    public WrittenView Write(Voice voice, int number)
    {
        var random = RandomFor(voice, number);
        var which = random.Float();
        if (which < GreetingShare)
            return Aside("greetings", WrittenKind.Greeting, random);

        if (which < GreetingShare + ContactShare)
            return WithContactDetails(voice, random);

        var (points, weights) = ByVoice[voice];
        return Compose(random.WeightedRandom(points, weights), random);
    }

    /// <summary>The same, on a point that is given.</summary>
    public WrittenView Write(TextPoint point, int number) => Compose(point, RandomFor(point.Voice, number));

    /// <summary>A young person's answer in an Easy Read form.</summary>
    public WrittenView WriteEasyRead(int number)
    {
        var random = RandomFor(Voice.YoungPeople, ~number);
        var (points, weights) = ByVoice[Voice.YoungPeople];
        var point = random.WeightedRandom(points, weights);
        var sentences = random.Shuffle(point.EasyReadSentences).Take(random.Int(1, 3));
        return new WrittenView(string.Join(' ', sentences), WrittenKind.View, [point], null);
    }

    /// <summary>One that a moderator must not simply release.</summary>
    public WrittenView WriteForModeration(WrittenKind kind, Voice voice, int number)
    {
        var random = RandomFor(voice, number);
        return kind switch
        {
            WrittenKind.ContactDetails => WithContactDetails(voice, random),
            WrittenKind.Disclosure => Aside("disclosures", kind, random),
            WrittenKind.Unkind => Aside("unkind", kind, random),
            _ => Aside("greetings", WrittenKind.Greeting, random),
        };
    }

    private static WrittenView Compose(TextPoint point, Randomizer random)
    {
        var persona = Persona.Of(random);
        var words = new Dictionary<string, string>(persona.Words);
        var mood = random.WeightedRandom(Moods, MoodWeights);
        var length = random.WeightedRandom(Lengths, LengthWeights);
        var sentences = new List<string>();

        if (random.Bool(length == 1 ? 0.65f : OpeningShare(point.Voice)))
            sentences.Add(Fill(Opening(point.Voice, random)));

        sentences.AddRange(random.Shuffle(point.Sentences[mood]).Take(Math.Max(1, length - 1)).Select(Fill));
        if (length >= 2)
            sentences.Add(Turn(point, mood, random, Fill));

        TextPoint? second = null;
        if (random.Bool(SecondPointShare))
        {
            second = Other(point, random);
            sentences.Add(Fill(random.ArrayElement(second.Sentences[Mood.Bad])));
        }

        if (length >= 3 && random.Bool(0.3f))
            sentences.Add(Fill(random.ArrayElement(Bank.Asides[$"closings {TextBank.NameOf(point.Voice)}"])));

        var text = string.Join(' ', sentences);
        return new WrittenView(
            random.Bool(SlipShare) ? Slips.In(text, random) : text,
            WrittenKind.View,
            second is null ? [point] : [point, second],
            point.Voice == Voice.Parents ? persona.Phase : null);

        string Fill(string template) => Template.Fill(template, words, random);
    }

    /// <summary>After a grievance often a wish, or something that went well; after praise what is still missing.</summary>
    private static string Turn(TextPoint point, Mood mood, Randomizer random, Func<string, string> fill)
    {
        var other = (mood, random.Bool(0.45f)) switch
        {
            (Mood.Bad, true) => Mood.Wish,
            (Mood.Bad, false) => Mood.Good,
            (Mood.Wish, _) => Mood.Bad,
            (_, true) => Mood.Wish,
            _ => Mood.Bad,
        };
        var sentence = fill(random.ArrayElement(point.Sentences[other]));
        var bridges = (mood, other) switch
        {
            (Mood.Bad, Mood.Good) => Bank.Asides["bridges"],
            (Mood.Good, Mood.Bad) => Bank.Asides["bridges-to-worse"],
            _ => null,
        };
        return bridges is null || random.Bool(0.3f) ? sentence : $"{random.ArrayElement(bridges)} {WithinASentence(sentence)}";
    }

    private static string WithinASentence(string sentence) =>
        CapitalAnywhere.Contains(sentence.Split(' ')[0]) ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];

    /// <summary>Who writes for an organisation mostly says for which.</summary>
    private static float OpeningShare(Voice voice) => voice == Voice.Organisations ? 0.55f : 0.32f;

    private static string Opening(Voice voice, Randomizer random) => random.ArrayElement(Bank.Asides[$"openings {TextBank.NameOf(voice)}"]);

    private static TextPoint Other(TextPoint point, Randomizer random)
    {
        var (points, _) = ByVoice[point.Voice];
        var other = random.ArrayElement(points);
        return other == point ? points[(Array.IndexOf(points, point) + 1) % points.Length] : other;
    }

    private static WrittenView WithContactDetails(Voice voice, Randomizer random)
    {
        var (points, weights) = ByVoice[voice];
        var view = Compose(random.WeightedRandom(points, weights), random);
        var contact = Template.Fill(random.ArrayElement(Bank.Asides["contact-details"]), new Dictionary<string, string>(), random);
        return view with { Text = $"{view.Text} {contact}", Kind = WrittenKind.ContactDetails };
    }

    private static WrittenView Aside(string name, WrittenKind kind, Randomizer random) =>
        new(random.ArrayElement(Bank.Asides[name]), kind, [], null);

    /// <summary>What stands first in the bank is said about four times as often as what stands last.</summary>
    private static (TextPoint[] Points, float[] Weights) Weigh(Voice voice)
    {
        TextPoint[] points = [.. Bank.ByVoice[voice]];
        var shares = points.Select((_, rank) => 1 / (1 + 3f * rank / points.Length)).ToArray();
        var sum = shares.Sum();
        return (points, [.. shares.Select(share => share / sum)]);
    }

    /// <summary>Neighbouring numbers must not begin alike, so all bits are mixed (the finaliser of SplitMix64).</summary>
    private Randomizer RandomFor(Voice voice, int number)
    {
        var mixed = ((ulong)(uint)seed << 32 | (uint)number) + ((ulong)voice + 1) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
        return new Randomizer((int)(mixed ^ mixed >> 31));
    }
}
