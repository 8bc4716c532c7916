using Engagement.Charter;

namespace Engagement.Seeder;

/// <summary>The charters of the demonstration. The sources name the six principles of the youth charter; all other words are made up, and say so.</summary>
internal static class CharterEditions
{
    private static readonly Principle[] ExpectedByYoungPeople =
    [
        FromSource("respect", "Respect us and be kind",
            "People who plan services meet us where we feel safe", "Nobody is talked about as a problem or a cost", "We are thanked, and told how long things take"),
        FromSource("include", "Include and accept us",
            "Those who are seldom asked are asked first", "What each of us needs to take part is there from the start", "Nobody has to explain who they are to be heard"),
        FromSource("listen", "Listen, understand, and act upon what we say",
            "What we say is written down in our own words", "Each point that we make gets an answer", "We can see what changed because of it"),
        FromSource("honest", "Be honest and trust each other",
            "We are told what cannot be changed, and why", "Promises have a day, and somebody who keeps them", "What went wrong is said before we ask"),
        FromSource("support", "Support us to grow and learn from our experiences",
            "Taking part teaches us something that we can use", "Somebody prepares with us, and talks with us afterwards", "What we learnt is passed on to those who come next"),
        FromSource("lead", "Let us lead and make decisions",
            "Some decisions are ours alone", "We choose what is talked about", "We have a vote on who provides a service"),
    ];

    private static readonly Principle Equal = Ours("equal", "Families are equal partners",
        "Parents and carers sit where it is decided", "Their time is paid for or made up for", "Nothing is decided in a meeting before the meeting");

    private static readonly Principle Early = Ours("early", "Families are there from the start",
        "Families are asked before there is a plan", "They help to say what the question is", "There is time to change the plan");

    private static readonly Principle Informed = Ours("informed", "Families know what is known",
        "Papers come a week before, in plain words", "Figures are shown with what they mean", "What is decided is published with its reasons");

    private static readonly Principle Accessible = Ours("accessible", "Everybody can take part",
        "There is a way from home and a way in person", "There is Easy Read, and an interpreter where one is needed", "Times suit those who care for somebody");

    private static readonly Principle Accountable = Ours("accountable", "What was promised is answered for",
        "Each promise has an owner and a day", "Families say whether the answer answers them", "What was not done is said, with the reason");

    private static readonly Principle Learning = Ours("learning", "We learn together",
        "After each round families and staff look back together", "What was learnt changes the next round", "Staff are trained by families");

    public static AdoptEdition Youth { get; } = new(
        EvidenceRules.Youth,
        "What children and young people expect of commissioners (demonstration)",
        new DateOnly(2024, 9, 1),
        "The principles are those of the draft SEND Strategy 2025 to 2028. It names no criteria: ours were written for this demonstration.",
        null,
        ExpectedByYoungPeople);

    public static AdoptEdition FirstOfCoProduction { get; } = new(
        EvidenceRules.CoProduction,
        "SEND co-production charter, first edition (demonstration)",
        new DateOnly(2019, 10, 1),
        "The Written Statement of Action promises a set of principles agreed with parents and carers by October 2019. It does not give them: these are ours.",
        null,
        [Equal, Early, Informed, Accessible, Accountable]);

    /// <summary>It takes two principles into one, and has a new one.</summary>
    public static AdoptEdition SecondOfCoProduction(DateOnly from, Guid first) => new(
        EvidenceRules.CoProduction,
        "SEND co-production charter, second edition (demonstration)",
        from,
        "Made up for this demonstration, to show what another edition says of the same record.",
        first,
        [
            Continuing(Equal), Continuing(Early), Continuing(Accessible),
            Accountable with { Title = "Families know what is known, and what was promised is answered for", Continues = ["informed", "accountable"] },
            Learning,
        ]);

    private static Principle Continuing(Principle principle) => principle with { Continues = [principle.Key] };

    private static Principle FromSource(string key, string title, params string[] criteria) => Ours(key, title, criteria) with { IsOurs = false };

    private static Principle Ours(string key, string title, params string[] criteria) =>
        new(key, title, true, [.. criteria.Select((text, i) => new Criterion($"{key}-{i + 1}", text, true))], []);
}
