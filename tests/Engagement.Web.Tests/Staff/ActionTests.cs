using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.ActionReplies;
using static Engagement.Web.Tests.Staff.OfficerReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class ActionTests
{
    [Fact]
    public async Task The_list_says_how_each_stands_in_words_and_what_comes_next()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(List);

        person.Text(".rows__tag").ShouldBe("Red: behind");
        person.Text(".rows__note").ShouldContain("Next milestone: 30 September 2026");
        person.Text(".work__next").ShouldBe("No link to families yet");
        AskedOf(host, "KeyActions").GetProperty("isComplete").GetBoolean().ShouldBeFalse();

        await person.OpenAsync($"{List}?rating=RED&show=all&shaped=no&words=survey&group=R3JvdXAx");
        var asked = AskedOf(host, "KeyActions");
        (asked.GetProperty("rating").GetString(), asked.GetProperty("words").GetString(), asked.GetProperty("groupId").GetString(), asked.GetProperty("withoutCoproduction").GetBoolean())
            .ShouldBe(("RED", "survey", "R3JvdXAx", true));
        asked.GetProperty("isComplete").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task No_action_says_what_to_do()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("KeyActions", Actions("", 0));

        (await host.Visit().OpenAsync(List)).Text(".nothing").ShouldBe("No action is open. Take one on, set its milestones, and it will be here.");
    }

    [Fact]
    public async Task An_action_is_taken_on()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AdoptAction", Refused("adoptAction", "SOURCE_MISSING", "Say where the plan asks for this action", "\"source\""));
        using var person = await host.Visit().OpenAsync($"{List}/new");

        await person.PressAsync("Take it on", ("title", "One survey"), ("groupId", "R3JvdXAx"));
        person.Text("#source-error").ShouldBe("Error: Say where the plan asks for this action");
        person.Document.QuerySelector("#title")!.GetAttribute("value").ShouldBe("One survey");
        host.GraphQL.Data("AdoptAction", Made("adoptAction", "keyAction", ActionId));
        await person.PressAsync("Take it on", ("source", "Written Statement, 1.1"));

        person.Text(".done").ShouldBe("The action is taken on. Set its milestones.");
        host.GraphQL.LastInput("AdoptAction").GetProperty("groupId").GetString().ShouldBe("R3JvdXAx");
    }

    [Fact]
    public async Task A_milestone_whose_day_was_moved_late_says_that_it_was_missed()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(One);

        person.Text("table td .govuk-tag").ShouldBe("Red: behind");
        person.Text("table td:last-child").ShouldEndWith("Missed on 30 September 2026. Its day was moved later, which does not clear that");
        person.Text("table td").ShouldContain("first 30 September 2026");
    }

    [Fact]
    public async Task A_milestone_is_set_with_a_day()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SetMilestone", Refused("setMilestone", "DUE_IN_THE_PAST", "Enter a day that is not over", "\"dueOn\""));
        using var person = await host.Visit().OpenAsync(One);

        await person.PressAsync("Set the milestone", ("text", "It is analysed"));
        person.Problems.ShouldBe(["Enter the day by which it is to be there"]);
        await person.PressAsync("Set the milestone", ("dueOn", "2020-01-01"));
        person.Text("#dueOn-error").ShouldBe("Error: Enter a day that is not over");
        host.GraphQL.Data("SetMilestone", Done("setMilestone"));
        await person.PressAsync("Set the milestone", ("dueOn", "2027-01-01"));

        person.Text(".done").ShouldBe("The milestone is set.");
        host.GraphQL.LastInput("SetMilestone").GetProperty("expectedVersion").GetInt32().ShouldBe(4);
        host.GraphQL.LastInput("SetMilestone").GetProperty("text").GetString().ShouldBe("It is analysed");
    }

    [Fact]
    public async Task Progress_evidence_and_a_new_day_are_recorded_of_a_milestone()
    {
        await using var host = await StartAsync();
        host.GraphQL
            .Data("ReportMilestoneProgress", Done("reportMilestoneProgress"))
            .Data("AchieveMilestone", Refused("achieveMilestone", "EVIDENCE_MISSING", "Add the evidence that this is achieved. Report progress if it is not there yet", "\"evidence\""))
            .Data("ChangeMilestoneDueDate", Done("changeMilestoneDueDate"));
        using var person = await host.Visit().OpenAsync(OneMilestone);

        await person.PressAsync("Report it");
        person.Problems.ShouldBe(["Say whether it will be there by its day"]);
        await person.PressAsync("Report it", ("onTrack", "false"), ("progress", "Few answers"));
        person.Text(".done").ShouldBe("How it goes is recorded.");
        host.GraphQL.LastInput("ReportMilestoneProgress").GetProperty("onTrack").GetBoolean().ShouldBeFalse();

        await person.OpenAsync(OneMilestone);
        await person.PressAsync("See what will happen", ("achievedOn", "2026-11-02"));
        person.Text("#evidence-error").ShouldBe("Error: Say what shows that it is achieved");
        await person.PressAsync("See what will happen", ("evidence", "The report"));
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "AchieveMilestone", "what is for good is said first");
        person.Text("main li").ShouldBe("The milestone is achieved and turns green, for good: there is no way back.");
        person.Texts("dd").ShouldBe(["2 November 2026", "The report"]);
        await person.PressAsync("It is achieved");
        person.Text("#evidence-error").ShouldStartWith("Error: Add the evidence that this is achieved.");
        host.GraphQL.Data("AchieveMilestone", Done("achieveMilestone"));
        await person.PressAsync("See what will happen");
        await person.PressAsync("It is achieved");
        person.Text(".done").ShouldBe("The milestone is achieved.");
        host.GraphQL.LastInput("AchieveMilestone").GetProperty("evidence").GetString().ShouldBe("The report");

        await person.OpenAsync(OneMilestone);
        person.Text("details").ShouldContain("Moving it does not clear that");
        await person.PressAsync("Move the day", ("dueOn", "2027-02-01"), ("reason", "More schools"));
        person.Text(".done").ShouldBe("The day is moved. That and the reason stay in the history.");
    }

    [Fact]
    public async Task What_is_achieved_takes_no_more_forms()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("KeyAction", Action(Milestone(achieved: "\"2026-11-02\"", rating: "GREEN")));
        using var person = await host.Visit().OpenAsync(OneMilestone);

        person.Texts(".loop-step form").ShouldBeEmpty();
        person.Text("main").ShouldContain("Achieved on 2 November 2026, after its day of 30 September 2026 was missed");
        (await person.OpenAsync(One)).Text("[aria-labelledby=stand] td:last-child").ShouldEndWith("The report", Case.Sensitive, "what shows it stands with it");
    }

    [Fact]
    public async Task Completing_asks_how_families_shaped_it_or_why_not()
    {
        await using var host = await StartAsync();
        host.GraphQL
            .Data("KeyAction", Action(Milestone(achieved: "\"2026-11-02\"", rating: "GREEN")))
            .Data("CompleteAction", Refused("completeAction", "COPRODUCTION_MISSING", "Link how families shaped this action, or record why not"));
        using var person = await host.Visit().OpenAsync(One);

        await person.PressAsync("The action is complete");
        person.Problems.ShouldBe(["Link how families shaped this action, or record why not"]);
        host.GraphQL.Data("RecordCoproductionAbsence", Done("recordCoproductionAbsence"));
        await person.PressAsync("Record why not", ("reason", "The law left no choice"));
        person.Text(".done").ShouldBe("It is recorded why families did not shape the action.");
    }

    [Fact]
    public async Task A_link_names_a_thing_and_says_how()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("LinkCoproduction", Refused("linkCoproduction", "HOW_MISSING", "Say how families shaped this action there", "\"how\""));
        using var person = await host.Visit().OpenAsync($"{Link}?words=letters");
        AskedOf(host, "Linkables").GetProperty("words").GetString().ShouldBe("letters");

        person.Texts(".govuk-radios__hint").ShouldBe(["A consultation", "A theme", "A loop, from what was said to what was done"]);
        await person.PressAsync("Link it");
        person.Problems.ShouldBe(["Choose where families shaped this action"]);
        await person.PressAsync("Link it", ("thingId", "VGgx"));
        person.Text("#how-error").ShouldBe("Error: Say how families shaped this action there");
        host.GraphQL.Data("LinkCoproduction", Done("linkCoproduction")).Data("KeyAction", Action(Milestone(), OneLink));
        await person.PressAsync("Link it", ("how", "Parents chose the questions."));

        person.Text(".done").ShouldBe("It is linked how families shaped the action.");
        person.Text("main .rows__title").ShouldBe("Theme: Letters are too long");
    }

    [Fact]
    public async Task A_stale_action_says_what_happened_and_keeps_the_words()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SetMilestone", Refused("setMilestone", "STALE_VERSION", "Someone else changed this"));
        using var person = await host.Visit().OpenAsync(One);

        await person.PressAsync("Set the milestone", ("text", "It is analysed"), ("dueOn", "2027-01-01"));
        person.Text(".govuk-inset-text").ShouldStartWith("Somebody changed this while you were here.");
        person.Document.QuerySelector("#text")!.GetAttribute("value").ShouldBe("It is analysed");
    }

    [Fact]
    public async Task Who_only_reads_sees_no_forms_and_who_may_not_is_told()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("KeyAction", Action(Milestone(), me: Me("analyst", "\"actions.read\"")));
        using var reader = await host.Visit().OpenAsync(One);
        reader.Texts(".loop-step form").ShouldBeEmpty();
        reader.Text("main").ShouldContain("Your role sees key actions.");

        host.GraphQL.Data("KeyActions", Actions("", 0, Me("moderator", "\"contributions.moderate\"")));
        (await host.Visit().OpenAsync(List)).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.GraphQL.Data("KeyAction", $$"""{ {{Me()}}, "node": null }""");
        (await host.Visit().OpenAsync(One)).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static System.Text.Json.JsonElement AskedOf(PagesHost host, string operation) =>
        host.GraphQL.Executed.Last(e => e.Operation == operation).Variables;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        ActionReplies.Set(host.GraphQL);
        return host;
    }
}
