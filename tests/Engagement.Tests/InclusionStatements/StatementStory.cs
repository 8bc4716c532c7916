using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;
using Engagement.InclusionStatements;
using Engagement.Tests.EvidencePacks;
using Engagement.Tests.Integration;

namespace Engagement.Tests.InclusionStatements;

/// <summary>A document with a statement, and evidence for it.</summary>
internal static class StatementStory
{
    public static AdoptStatements Pledge { get; } = new(
        "The pledge",
        Story.Today.AddYears(-1),
        "Ours",
        [new InclusionStatement("forum", "Keep a forum", StatementAudience.ParentsAndCarers, StatementLevel.County, "We will, 3", [EvidenceKind.ActivityHeld])]);

    public static async Task<(Guid Document, Guid Claim)> EvidenceStatementAsync(this Platform platform)
    {
        var commands = platform.Get<StatementCommands>();
        var document = await commands.AdoptAsync(Pledge, PackStory.Commissioner, default);
        var activities = platform.Get<ActivityCommands>();
        var held = await activities.PlanAsync(
            new PlanActivity(
                "Parents meet", ActivityKind.Workshop, EngagementLevel.Consulting, Audience.ParentsAndCarers, false, null, Story.Today, null, CycleStage.Analyse,
                new LundyPlan("A hall", "Talk", "The board", "It decides"), null),
            Story.Officer,
            default);
        await activities.HoldAsync(new HoldActivity(held, Story.Today), Story.Officer, default);
        var claim = await commands.EvidenceAsync(
            new EvidenceStatement(document, "forum", EvidenceKind.ActivityHeld, held, "They met", "county-council"), PackStory.Commissioner, default);
        return (document, claim);
    }
}
