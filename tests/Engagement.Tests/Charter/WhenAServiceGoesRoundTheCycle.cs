using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;
using Engagement.Tests.Specs;
using static Engagement.Tests.Charter.CharterStory;

namespace Engagement.Tests.Charter;

public sealed class WhenAServiceGoesRoundTheCycle : Spec<CommissioningActivity>
{
    private static readonly StartCommissioning Command = new("A new contract for therapies", "therapies", Families, CharterStory.Edition);

    [Fact]
    public void it_begins_with_analyse() => Start(Command).Then(Started with { StartedOn = Today }, new StageEntered(CycleStage.Analyse, 1, Today));

    [Fact]
    public void it_says_which_service_and_whom_it_would_touch()
    {
        Start(Command with { Title = " " }).ThenRefused("TITLE_MISSING", "Enter what is commissioned, such as a new contract for therapies", "title");
        Start(Command with { Service = "magic" }).ThenRefused("SERVICE_UNKNOWN", "Choose one of the services, or “Another service”", "service");
        Start(Command with { People = Families with { Audiences = [Audience.Staff] } })
            .ThenRefused("AFFECTED_PEOPLE_MISSING", "Say which families would be affected: parents and carers, young people, or both", "audiences");
        Start(Command with { People = Families with { Districts = ["E0"] } }).ThenRefused("DISTRICT_UNKNOWN", "Choose one of the districts of the county", "districts");
        Start(Command with { People = Families with { Phases = ["old"] } }).ThenRefused("PHASE_UNKNOWN", "Choose one of the phases of education", "phases");
        Start(Command with { People = Families with { Needs = ["none"] } }).ThenRefused("NEED_UNKNOWN", "Choose one of the kinds of need", "needs");
    }

    [Fact]
    public void it_is_looked_at_by_an_edition_that_holds() => new Specs.Outcome(StartCommissioning.Decide(Command, Small with { From = Today.AddDays(1) }, Today))
        .ThenRefused("EDITION_NOT_IN_FORCE", "This edition holds from 24 September 2024. Choose one that holds today", "charterEditionId");

    [Fact]
    public void a_stage_is_completed_before_the_next_begins()
    {
        Enter(CycleStage.Plan, Started, Analyse).ThenRefused("STAGE_NOT_COMPLETED", "Complete Analyse before you enter Plan", "stage");
        Given(Started, Analyse).When(activity => CompleteStage.Decide(new CompleteStage(Id, CycleStage.Analyse), activity, Today))
            .Then(new StageCompleted(CycleStage.Analyse, 1, Today));
        Enter(CycleStage.Plan, Started, Analyse, Analysed).Then(new StageEntered(CycleStage.Plan, 1, Today));
    }

    [Fact]
    public void no_stage_is_skipped() => Enter(CycleStage.Review, Started, Analyse, Analysed).ThenRefused(
        "STAGE_SKIPPED", "Stages run Analyse, Plan, Do, Review. The next one is Plan; you can also go back to an earlier one", "stage");

    [Fact]
    public void stages_may_loop()
    {
        Enter(CycleStage.Analyse, Started, Analyse, Analysed).Then(new StageEntered(CycleStage.Analyse, 2, Today));
        Enter(
                CycleStage.Analyse,
                Started, Analyse, Analysed, Plan, new StageCompleted(CycleStage.Plan, 1, Today), new StageEntered(CycleStage.Do, 1, Today),
                new StageCompleted(CycleStage.Do, 1, Today), new StageEntered(CycleStage.Review, 1, Today), new StageCompleted(CycleStage.Review, 1, Today))
            .Then(new StageEntered(CycleStage.Analyse, 2, Today));
    }

    [Fact]
    public void what_is_so_already_changes_nothing()
    {
        Enter(CycleStage.Analyse, Started, Analyse).ThenNothing();
        Given(Started, Analyse, Analysed).When(activity => CompleteStage.Decide(new CompleteStage(Id, CycleStage.Analyse), activity, Today)).ThenNothing();
        Given(Started, Analyse).When(activity => CompleteStage.Decide(new CompleteStage(Id, CycleStage.Plan), activity, Today))
            .ThenRefused("STAGE_NOT_ENTERED", "This service is not in Plan", "stage");
    }

    private static Specs.Outcome Start(StartCommissioning command) => new(StartCommissioning.Decide(command, Small, Today));

    private static Specs.Outcome Enter(CycleStage stage, params object[] given) =>
        Given(given).When(activity => EnterStage.Decide(new EnterStage(Id, stage), activity, Today));
}
