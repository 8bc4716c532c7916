using System.Globalization;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>The edge cases of the long stories.</summary>
internal static class StoryEdges
{
    public static IReadOnlyList<EdgeCase> All { get; } =
    [
        new("The same parent answered online and on paper; the second is void", $"responses {Response("online-and-paper")} and {Response("paper")}"),
        new("Every organisation gave the same answer, so the figure would tell what each of them said", $"statement P3 of the survey {Wave.IdFor(Strategy)}"),
        new(
            "Events that arrive out of order",
            $"the last {Text(StrategyStory.KeyedLate)} paper responses of the survey {Wave.IdFor(Strategy)}: recorded after all the others, though some were sent before them"),
        new("A closing date that was put right while people answered", $"consultation {Strategy}: the 10th became the 11th of November 2024"),
        new("All of four families fully satisfied, so the figure would tell what each of them said", "feedback point 4 in June 2019"),
        new("A late paper form that was accepted", $"response {Response("late")}"),
        new("A response that was amended", $"response {Response(StrategyStory.Amended)}"),
        new("A response that was withdrawn before any figures were frozen", $"response {Response(StrategyStory.Withdrawn)}"),
        new("Decisions that were reopened", $"{Text(StrategyLoops.Reopened)} loops of consultation {Strategy}"),
        new("Merged themes, one of them with a published decision", $"theme {StrategyLoops.MergedInto}"),
        new("A cell of 3", $"activity {Activity(WrittenStatementStory.OfThree)}: three people came"),
        new("An attendance that was corrected", $"activity {Activity(WrittenStatementStory.Corrected)}"),
        new("Activities that were cancelled when the halls closed", "activities from 24 March 2020"),
        new("Young people and staff under the same heading as parents, but never in one figure", $"question 'who' of the survey {Wave.IdFor(Strategy)}"),
        new("Words with a telephone number or an address in them", $"about one view in 150 of consultation {Strategy}; all numbers and addresses are made up"),
        new("Views that nobody has read yet, and some that a coder took for another theme", $"consultation {Strategy}"),
    ];

    private static Guid Strategy => Storyteller.IdOf("consultation", StrategyStory.Name);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Guid Activity(int number) => Storyteller.IdOf("activity", WrittenStatementStory.ActivityName(number));

    private static Guid Response(string group) => NamedResponse(StrategyStory.ResponseKey(group, 1));

    private static Guid Response(int online) => NamedResponse(StrategyStory.ResponseKey("online", online));

    private static Guid NamedResponse(string name) => Surveys.Response.IdFor(Wave.IdFor(Strategy), Storyteller.KeyOf(name));
}
