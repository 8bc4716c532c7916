using Bogus;

namespace Engagement.Seeder.Texts;

/// <summary>The child that somebody writes about, so that one text speaks of one child from its first sentence to its last.</summary>
/// <param name="Phase">The key of the child's phase of education, as the surveys ask for it.</param>
/// <param name="Words">What the names in braces stand for in this text.</param>
internal sealed record Persona(string Phase, IReadOnlyDictionary<string, string> Words)
{
    private static readonly string[] Boys = ["son", "grandson", "foster son", "stepson", "eldest", "youngest", "boy"];
    private static readonly string[] Girls = ["daughter", "granddaughter", "foster daughter", "stepdaughter", "eldest", "youngest", "girl"];
    private static readonly float[] ChildWeights = [0.55f, 0.06f, 0.06f, 0.06f, 0.1f, 0.1f, 0.07f];
    private static readonly string[] Phases = ["early-years", "primary", "secondary", "post-16"];
    private static readonly float[] PhaseWeights = [0.12f, 0.40f, 0.36f, 0.12f];

    private static readonly string[] EarlyAges = ["three", "four"];
    private static readonly string[] PrimaryAges = ["five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] SecondaryAges = ["eleven", "twelve", "thirteen", "fourteen", "fifteen"];
    private static readonly string[] CollegeAges = ["sixteen", "seventeen", "eighteen", "nineteen"];

    public static Persona Of(Randomizer random)
    {
        var boy = random.Bool(0.62f);
        var phase = random.WeightedRandom(Phases, PhaseWeights);
        var (ages, setting) = phase switch
        {
            "early-years" => (EarlyAges, "nursery"),
            "primary" => (PrimaryAges, "school"),
            "secondary" => (SecondaryAges, "school"),
            _ => (CollegeAges, "college"),
        };
        return new Persona(phase, new Dictionary<string, string>
        {
            ["child"] = random.WeightedRandom(boy ? Boys : Girls, ChildWeights),
            ["he"] = boy ? "he" : "she",
            ["him"] = boy ? "him" : "her",
            ["his"] = boy ? "his" : "her",
            ["age"] = random.ArrayElement(ages),
            ["setting"] = setting,
        });
    }
}
