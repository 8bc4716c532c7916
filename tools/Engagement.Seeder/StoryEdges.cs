using System.Globalization;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>The edge cases of the long stories.</summary>
internal static class StoryEdges
{
    public static IReadOnlyList<EdgeCase> All { get; } =
    [
        new("The same parent answered online and on paper; the second is void", $"responses {Response("online-and-paper")} and {Form(1)}"),
        new("Every organisation gave the same answer, so the figure would tell what each of them said", $"statement P3 of the survey {Wave.IdFor(Strategy)}"),
        new(
            "Events that arrive out of order",
            $"the last {Text(StrategyStory.KeyedLate)} paper responses of the survey {Wave.IdFor(Strategy)}: recorded after all the others, though some were sent before them"),
        new("A closing date that was put right while people answered", $"consultation {Strategy}: the 10th became the 11th of November 2024"),
        new("All of four families fully satisfied, so the figure would tell what each of them said", "feedback point 4 in June 2019"),
        new("A late paper form that was accepted", $"response {PaperRoom.ResponseIdOf(StrategyStory.WaveId, StrategyStory.LateForm)}, form {StrategyStory.LateForm}"),
        new("A paper form that two people read differently before they agreed", $"form {PaperRoom.FormNumber(StrategyStory.Misread)}, response {Form(StrategyStory.Misread)}"),
        new("Paper forms that came as a file", $"{Text(StrategyStory.InFile)} forms of the survey {Wave.IdFor(Strategy)}"),
        new("A response that was amended", $"response {Response(StrategyStory.Amended)}"),
        new("A response that was withdrawn before any figures were frozen", $"response {Response(StrategyStory.Withdrawn)}"),
        new(
            "Answers that were taken back after the figures were frozen: the totals keep them",
            $"response {Response(StrategyRecords.TakenBack)}, after the release of consultation {Strategy}"),
        new("Somebody who was erased, and whose words were the only quote", $"response {Response(StrategyRecords.Erased)}"),
        new("A hold against an erasure", $"response {Response(StrategyRecords.Held)}"),
        new("Decisions that were reopened", $"{Text(StrategyLoops.Reopened)} loops of consultation {Strategy}"),
        new("Merged themes, one of them with a published decision", $"theme {StrategyLoops.MergedInto}"),
        new("A cell of 3", $"activity {Activity(WrittenStatementStory.OfThree)}: three people came"),
        new("An attendance that was corrected", $"activity {Activity(WrittenStatementStory.Corrected)}"),
        new("Activities that were cancelled when the halls closed", "activities from 24 March 2020"),
        new("Young people and staff under the same heading as parents, but never in one figure", $"question 'who' of the survey {Wave.IdFor(Strategy)}"),
        new("Words with a telephone number or an address in them", $"about one view in 150 of consultation {Strategy}; all numbers and addresses are made up"),
        new("Views that a coder took for another theme", $"about one in 15 of consultation {Strategy}"),
        new("Views that nobody has read yet", $"the surveys of the Written Statement, and consultation {Storyteller.IdOf("consultation", OpenConsultationStory.Name)}"),
        new("Answers in Easy Read, on a scale of three points that is not added to the scale of five", $"survey {Wave.IdFor(Strategy)}"),
        new("A post that was refused and shown after an appeal", $"contribution {ForumStory.ContributionId(ForumStory.Overturned)}"),
        new("A post that was refused, also after an appeal", $"contribution {ForumStory.ContributionId(ForumStory.Upheld)}"),
        new("A post that went back to its author, who took a telephone number or an address out", $"contribution {ForumStory.ContributionId(ForumStory.Edited)}"),
        new("A seat of parents that has been vacant since a representative's time was over", $"group {GovernanceStory.BoardId}"),
        new("A board without a seat for a parent, which is a finding", $"group {GovernanceStory.CoordinatingId}"),
        new("A claim that representatives dispute, and a principle that does not apply", $"commissioning activity {CharterStory.TherapiesId}"),
        new("A young person's post that is held because somebody may need help", $"contribution {ForumStory.YouthContributionId(ForumStory.Disclosed)}"),
    ];

    private static Guid Strategy => Storyteller.IdOf("consultation", StrategyStory.Name);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Guid Activity(int number) => Storyteller.IdOf("activity", WrittenStatementStory.ActivityName(number));

    private static Guid Response(string group) => NamedResponse(StrategyStory.ResponseKey(group, 1));

    private static Guid Form(int number) => PaperRoom.ResponseIdOf(StrategyStory.WaveId, PaperRoom.FormNumber(number));

    private static Guid Response(int online) => NamedResponse(StrategyStory.ResponseKey("online", online));

    private static Guid NamedResponse(string name) => Surveys.Response.IdFor(Wave.IdFor(Strategy), Storyteller.KeyOf(name));
}
