using System.Net;
using System.Text.Json;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.MeasureReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class MeasureTests
{
    [Fact]
    public async Task The_list_says_in_words_how_each_stands_and_what_is_unclear()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{List}?area=1&rating=AMBER&unclear=yes&words=M1");

        person.Text(".rows__tag").ShouldBe("Amber: better, target not met");
        person.Text(".rows__title").ShouldBe("M1.1: Parents agree with the statements");
        person.Texts(".rows__note").ShouldBe(["Area 1: Parents’ confidence · The same as M2.2", "Unclear in the document: subject to periodic review"]);
        var asked = AskedOf(host, "Measures");
        (asked.GetProperty("area").GetInt32(), asked.GetProperty("rating").GetString(), asked.GetProperty("onlyUnclear").GetBoolean(), asked.GetProperty("words").GetString())
            .ShouldBe((1, "AMBER", true, "M1"));
    }

    [Fact]
    public async Task Where_there_is_none_the_measures_of_the_document_are_loaded()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Measures", Measures("", 0)).Data("LoadMeasures", Done("loadMeasures"));
        using var person = await host.Visit().OpenAsync(List);

        await person.PressAsync("Load the 53 measures");
        person.Text(".done").ShouldBe("The measures are here, exactly as the document has them.");
        host.GraphQL.LastInput("LoadMeasures").GetProperty("idempotencyKey").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_measure_shows_both_readings_of_its_target_until_one_is_approved()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(One);

        person.Text("table td").ShouldStartWith("Improve by at least 20%");
        person.Texts("table td:first-of-type span").Take(2).ShouldBe(["that is 54%", "in the other reading 65%"]);
        person.Text(".govuk-summary-list").ShouldContain("Nobody has approved that yet");
        person.Text("table tbody tr td:nth-of-type(2)").ShouldStartWith("52.5%");
        person.Texts("table tbody tr:first-child td:nth-of-type(2) span").ShouldBe(["210 of 400", "from a survey wave"]);
        person.Document.QuerySelectorAll(".trend circle").Length.ShouldBe(1);

        host.GraphQL.Data("ApproveInterpretation", Refused("approveInterpretation", "APPROVED_BY_MISSING", "Enter the role that approved it", "\"approvedByRole\""));
        await person.OpenAsync($"{One}/reading");
        await person.PressAsync("Approve how “improve by” is read");
        person.Problems.ShouldBe(["Choose how it is read"]);
        await person.PressAsync("Approve how “improve by” is read", ("reading", "POINTS"), ("reason", "As it was meant"));
        person.Text("#approvedByRole-error").ShouldBe("Error: Enter the role that approved it");
        host.GraphQL.Data("ApproveInterpretation", Done("approveInterpretation"));
        await person.PressAsync("Approve how “improve by” is read", ("approvedByRole", "SEND Improvement Board"));

        person.Text(".done").ShouldBe("How it is read is approved.");
        host.GraphQL.LastInput("ApproveInterpretation").GetProperty("reading").GetString().ShouldBe("POINTS");
    }

    [Fact]
    public async Task A_corrected_figure_is_marked_and_stands_beside_what_was_published()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Measure", Measure(Period(actual: Corrected)));
        using var person = await host.Visit().OpenAsync(One);

        person.Text("table tbody tr td:nth-of-type(2)").ShouldStartWith("51.9%");
        person.Texts("table tbody tr td:nth-of-type(2) span").ShouldBe(["206 of 397", "first published as 52.5%. Revised: Three answered twice"]);
        person.Text("abbr").ShouldBe("r");
        person.Document.QuerySelector("abbr")!.GetAttribute("title").ShouldBe("Revised");
    }

    [Fact]
    public async Task A_figure_of_too_few_people_is_not_shown_and_of_few_is_marked()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Measure", Measure(Period(
            actual: """{ "value": null, "part": null, "whole": null, "text": null, "parts": [], "isFromSurvey": false, "asPublished": null, "isCorrected": false, "correctedBecause": [] }""",
            rests: "TOO_SMALL", rating: "NOT_RATED", why: "It rests on fewer than 10 people")));
        using var person = await host.Visit().OpenAsync(One);
        person.Text("table tbody tr td:nth-of-type(2)").ShouldBe("Not shown: too few people");

        host.GraphQL.Data("Measure", Measure(Period(rests: "CAUTION")));
        await person.OpenAsync(One);
        person.Text("table tbody tr td:nth-of-type(2)").ShouldContain("Treat with caution: few people");
    }

    [Fact]
    public async Task A_rating_that_somebody_changed_says_so_beside_the_rules()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Measure", Measure(Period(@override: """{ "rating": "RED", "byRole": "Board", "reason": "The source is not sound" }""", shown: "RED")));
        using var person = await host.Visit().OpenAsync(One);

        person.Text("table tbody td .govuk-tag").ShouldBe("Red: not better");
        person.Text("table tbody td:nth-of-type(3) span").ShouldBe("Rated so by Board: The source is not sound. The rule says: Amber: better, target not met");
    }

    [Fact]
    public async Task What_was_on_record_on_a_day_is_asked_for_to_its_midnight_in_Kent()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{One}?asAt=2020-06-30");

        AskedOf(host, "Measure").GetProperty("asAt").GetString().ShouldBe("2020-06-30T23:00:00Z");
        person.Text(".govuk-inset-text").ShouldStartWith("This is what was on record at the end of 30 June 2020.");
        person.Texts("table a").ShouldBeEmpty("the past is not changed");
    }

    [Fact]
    public async Task What_was_not_on_record_yet_is_shown_as_it_is_known_now()
    {
        await using var host = await StartAsync();
        host.GraphQL.Reply("Measure", variables =>
            $$"""{ "data": {{(variables.GetProperty("asAt").ValueKind == JsonValueKind.Null ? Measure() : $$"""{ {{Me()}}, "measure": null }""")}} }""");
        using var person = await host.Visit().OpenAsync($"{One}?asAt=2018-06-30");

        person.Text(".govuk-inset-text").ShouldBe("Nothing of it was on record at the end of 30 June 2018. This is what is known now.");
        person.Heading.ShouldBe("Parents agree with the statements");
    }

    [Fact]
    public async Task A_figure_is_reported()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ReportActual", Refused("reportActual", "PART_AND_WHOLE", "Enter both how many and of how many", "\"figure.whole\""));
        using var person = await host.Visit().OpenAsync($"{One}/figure?period=Jun%202020");

        await person.PressAsync("Report the figure", ("figure-part", "many"));
        person.Problems.ShouldBe(["Enter a whole number"]);
        await person.PressAsync("Report the figure", ("figure-part", "230"));
        person.Text("#figure-whole-error").ShouldBe("Error: Enter both how many and of how many");
        host.GraphQL.Data("ReportActual", Done("reportActual"));
        await person.PressAsync("Report the figure", ("figure-whole", "410"));

        person.Text(".done").ShouldBe("The figure is reported.");
        var input = host.GraphQL.LastInput("ReportActual");
        (input.GetProperty("period").GetString(), input.GetProperty("figure").GetProperty("part").GetInt32(), input.GetProperty("expectedVersion").GetInt32()).ShouldBe(("Jun 2020", 230, 7));
        input.GetProperty("figure").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_target_worse_than_the_baseline_is_confirmed_or_changed()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SetTarget", Refused("setTarget", "TARGET_WORSE_THAN_BASELINE", "The target is worse than the baseline. Confirm or change it", "\"target.isMeantWorse\""));
        using var person = await host.Visit().OpenAsync($"{One}/target?period=Dec%202020");
        person.Document.QuerySelector("#target-isMeantWorse").ShouldBeNull();

        await person.PressAsync("Set the target", ("target-kind", "REACH"), ("target-value", "40%"));
        person.Text("#target-isMeantWorse-error").ShouldBe("Error: The target is worse than the baseline. Confirm or change it");
        host.GraphQL.Data("SetTarget", Done("setTarget"));
        await person.PressAsync("Set the target", ("target-isMeantWorse", "yes"));

        var target = host.GraphQL.LastInput("SetTarget").GetProperty("target");
        (target.GetProperty("value").GetDecimal(), target.GetProperty("isMeantWorse").GetBoolean(), target.GetProperty("isPercentage").GetBoolean()).ShouldBe((40m, true, true));
    }

    [Fact]
    public async Task Statements_of_a_survey_are_named()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("NameStatements", Done("nameStatements"));
        using var person = await host.Visit().OpenAsync($"{One}/statements");
        person.Texts(".govuk-checkboxes__label").ShouldBeEmpty("a survey is chosen first");

        await person.OpenAsync($"{One}/statements?wave=V2F2ZTox");
        person.Texts(".govuk-checkboxes__label").ShouldBe(["I am confident", "They have the skills"]);
        await person.PressAsync("Have survey waves report it", ("audience", "PARENTS_AND_CARERS"));

        person.Text(".done").ShouldBe("Waves of this survey report the measure by themselves.");
        host.GraphQL.LastInput("NameStatements").GetProperty("statements").EnumerateArray().Select(one => one.GetString()).ShouldBe(["P1"]);
        host.GraphQL.LastInput("NameStatements").GetProperty("phase").GetString().ShouldBe("primary", "what is named already is kept, until somebody chooses otherwise");
    }

    [Fact]
    public async Task A_stale_measure_says_what_happened_and_keeps_the_words()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("OverrideRating", Refused("overrideRating", "STALE_VERSION", "Someone else changed this"));
        using var person = await host.Visit().OpenAsync($"{One}/rating?period=Dec%202019");

        await person.PressAsync("Rate it otherwise", ("rating", "RED"), ("byRole", "Board"), ("reason", "The source is not sound"));
        person.Text(".govuk-inset-text").ShouldStartWith("Somebody changed this while you were here.");
        person.Text("#reason").ShouldBe("The source is not sound");
    }

    [Fact]
    public async Task Who_only_reads_sees_nothing_to_do_and_who_may_not_is_told()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Measure", Measure(me: Me("verifier", "\"measures.read\"")));
        using var reader = await host.Visit().OpenAsync(One);
        reader.Texts("table a").ShouldBeEmpty();
        (await reader.OpenAsync($"{One}/figure?period=Jun%202020")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        host.GraphQL.Data("Measure", $$"""{ {{Me()}}, "measure": null }""");
        (await reader.OpenAsync(One)).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        host.GraphQL.Data("Measure", Measure());
        (await reader.OpenAsync($"{One}/figure?period=Never")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.OpenAsync($"{One}/nothing")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static JsonElement AskedOf(PagesHost host, string operation) => host.GraphQL.Executed.Last(e => e.Operation == operation).Variables;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        MeasureReplies.Set(host.GraphQL);
        return host;
    }
}
