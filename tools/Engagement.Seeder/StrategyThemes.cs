using Engagement.Feedback;

namespace Engagement.Seeder;

/// <summary>What was said in the closed consultation, written for this purpose, and what came of it: one loop at each step.</summary>
internal static class StrategyThemes
{
    private const string ContactsSaid =
        "Each service says something different, and you have to tell your story again and again.";

    private const string EasyContactsSaid = "You said each service tells you something else.";

    public const string Greeting = "Thank you for asking us.";

    public static IReadOnlyList<string> Unread { get; } =
    [
        "The form was long. A shorter one would bring you more answers.",
        "Please tell us what happens next, even when nothing has changed yet.",
        "I could only answer because my sister read the questions to me.",
    ];

    public static IReadOnlyList<StoryTheme> All { get; } =
    [
        new(
            "plain-words",
            "Plans in plain words",
            "Plans and letters are hard to read, for young people most of all.",
            [
                "The plan is thirty pages and my daughter is in none of them.",
                "I had to look up half of the words.",
                "A page at the front that says what will happen would be enough.",
                "Young people should be able to read their own plan.",
                "The letters sound as if we had done something wrong.",
                "Pictures helped my son more than the meeting did.",
                "Why does every form use different words for the same thing?",
                "I signed it without understanding it.",
                "An Easy Read version should not be something you ask for twice.",
                "Please write as you speak when you sit at our table.",
            ],
            loop => loop.DecideAsync(
                -68,
                DecisionOutcome.WeWill,
                "A plan that its owner cannot read does not do its work.",
                "Only training for officers: we do that too, but it would change letters slowly."),
            loop => loop.CommitAsync(-64, "Every new plan starts with one page in plain words, checked by a young reader.", 45),
            loop => loop.PublishAsync(
                -60,
                "Plans and letters are hard to read.",
                "We will start every new plan with one page in plain words. A young reader checks the wording with us.",
                "You said plans are hard to read.",
                "We will put one easy page at the front of each plan.")),
        new(
            "travel",
            "A school place within half an hour",
            "Journeys to school are long and tiring.",
            [
                "An hour and ten minutes each way is too long for a child of six.",
                "He arrives too tired to learn.",
                "The nearest place that could meet her needs is in the next county.",
                "We moved house to shorten the drive.",
                "Nobody should spend two hours a day in a taxi.",
                "A place within half an hour should be a right.",
            ],
            loop => loop.DecideAsync(
                -65,
                DecisionOutcome.WeCannot,
                "Specialist places cannot be opened in every district within three years: the buildings are not there.",
                "Satellite classes in mainstream schools: we are trying two, and will report on them."),
            loop => loop.PublishAsync(
                -58,
                "Journeys to school are long and tiring. You want a place within half an hour.",
                "We cannot promise a place within half an hour, because there are no buildings for it within three years. "
                + "Two schools are trying classes nearer to home.",
                "You said the journey to school is too long.",
                "We cannot change this for three years. There are no buildings. Two schools try new classes.")),
        new(
            "contacts",
            "One person to talk to",
            "Families hear different things from each service and want one contact they can trust.",
            [
                "One named person who knows our story would help us most.",
                "Every time I ring I start from the beginning.",
                "Health told me one thing and the school another on the same day.",
                "I do not need a promise, I need someone who calls back.",
                "Give us a name and a number, not a shared mailbox.",
                "We had a good officer for a year, then three in two months.",
                "Nobody could tell me who was in charge of the plan.",
                "Letters come from four offices and they do not match.",
                "I want to hear it from one person, in plain words.",
                "My son's meetings are with strangers each time.",
                "A contact who answers within a week would take the worry away.",
                "Please let the services talk to each other before they talk to me.",
            ],
            loop => loop.DecideAsync(
                -72,
                DecisionOutcome.WeWill,
                "Families in every district asked for this, and repeated explanations delay support.",
                "A telephone helpline: it would answer sooner but know nobody's story."),
            loop => loop.CommitAsync(-70, "Each family with a plan gets one named contact.", -20),
            loop => loop.PublishAsync(-66, ContactsSaid, "We will give each family with a plan one named contact by the date below.", EasyContactsSaid, "We will give each family one person to talk to."),
            loop => loop.ActAsync(
                -24,
                "Every family with a plan has had a letter with the name, number and working days of their contact.",
                "https://council.example.test/send/named-contacts"),
            loop => loop.PublishAsync(-21, ContactsSaid, "Every family with a plan now has one named contact.", EasyContactsSaid, "Now each family with a plan has one person to talk to.")),
        new(
            "updates",
            "Regular updates",
            "Families want to know how their request stands without asking.",
            [
                "I only hear something when I complain.",
                "A message every month, even to say there is no news.",
                "Online I can follow a parcel but not my child's assessment.",
            ],
            loop => loop.DecideAsync(
                -50,
                DecisionOutcome.WeWill,
                "Knowing how things stand costs little and takes away much worry.",
                "There were none: the present letters could not be sent more often without more staff."),
            loop => loop.CommitAsync(-44, "A message each month to every family that waits for an assessment.", 60),
            loop => loop.ActAsync(-6, "The first monthly messages have gone out.", "https://council.example.test/send/updates")),
        new(
            "local-offer",
            "Finding what is on offer",
            "The Local Offer is hard to search.",
            [
                "I found the group by chance, from another mother.",
                "The search finds everything except what I look for.",
            ],
            loop => loop.DecideAsync(
                -40,
                DecisionOutcome.WeWill,
                "What cannot be found is not on offer.",
                "A printed directory: it would be out of date within the month."),
            loop => loop.CommitAsync(-36, "A search by district, age and need.", 90)),
        new(
            "after-sixteen",
            "What comes after sixteen",
            "Young people and families do not know what comes after school.",
            [
                "At sixteen everything ended at once.",
                "Show us people who did it, not leaflets.",
            ],
            loop => loop.DecideAsync(
                -30,
                DecisionOutcome.WeWill,
                "Young people asked for practical examples.",
                "Leaflets, which young people told us they do not read.")),
        new(
            "trust",
            "Trust",
            "Some families have stopped expecting that answers change anything.",
            [
                "I have filled in five of these. What happened to the first four?",
            ]),
    ];
}
