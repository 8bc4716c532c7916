using System.Net;
using System.Text;
using System.Text.Json;
using Engagement.Web.Staff.Results;
using static Engagement.Web.Tests.Staff.ResultsReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class ResultsTests
{
    private const string WavePage = $"/staff/results/{Wave}";
    private const string TrendPage = $"/staff/results/trend?wave={Wave}";

    [Fact]
    public async Task Surveys_are_listed_with_those_that_are_not_open_yet_and_can_be_looked_for()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync("/staff/results?search=parents");

        analyst.Texts(".rows__title").ShouldBe(["Parents, second wave", "Parents, first wave", "Young people, first wave", "Young people"]);
        analyst.Texts(".rows__title a").Count.ShouldBe(3);
        analyst.Texts(".rows__note")[^1].ShouldBe("Not open yet.");
        host.GraphQL.Executed.Last().Variables.GetProperty("search").GetString().ShouldBe("parents");
    }

    [Fact]
    public async Task Whoever_reads_no_exact_results_is_led_to_what_is_theirs_and_nothing_more_is_asked()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffMe", $$"""{ "me": {{Me("metrics.read")}} }""").Data("ResultWave", OneWave(Me("metrics.read")));
        using var commissioner = await host.Visit().OpenAsync("/staff/results");

        commissioner.Texts("main .choices a").ShouldBe(["How we are doing", "How many people there are"]);
        host.GraphQL.Executed.ShouldNotContain(asked => asked.Operation == "ResultWaves");
        await commissioner.OpenAsync(WavePage);
        commissioner.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.GraphQL.Executed.ShouldNotContain(asked => asked.Operation == "WaveResults");
    }

    [Fact]
    public async Task A_statement_has_its_base_its_share_its_interval_and_a_change_that_may_be_chance()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync(WavePage);

        analyst.Texts("[aria-labelledby=table-statements-parents] thead th").ShouldBe(["Statement", "People", "Confident", "95% interval", "Since June 2019"]);
        // People is who took a place on the scale: "I'm not sure" is no place. Nobody used the scale of Easy Read, so it has no row.
        Rows(analyst, "table-statements-parents").ShouldBe(["The school can meet their needs | 400 | 52.5% | 47.6 to 57.3 | +2.5 may be chance"]);
        analyst.Document.QuerySelector("[aria-labelledby=table-statements-parents] tbody svg")!.GetAttribute("aria-hidden").ShouldBe("true");
        host.GraphQL.Executed.Last(asked => asked.Operation == "ResultTrend").Variables.GetProperty("waves").EnumerateArray().Select(wave => wave.GetString())
            .ShouldBe(["V2F2ZTE", Wave]);
    }

    [Fact]
    public async Task Questions_that_are_for_others_are_left_out_and_the_page_says_so()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync(WavePage);

        analyst.Texts("section .govuk-summary-list__key")[0].ShouldBe("What would help?");
        analyst.Html.ShouldNotContain("For young people only");
        analyst.Html.ShouldContain("1 question was answered by nobody of them, and left out here");
    }

    [Fact]
    public async Task What_was_said_for_somebody_stands_apart_and_few_people_are_marked()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync(WavePage);

        analyst.Texts("main section > h2").Take(2).ShouldBe(["Parents and carers", "Parents and carers, answered for them (proxy)"]);
        analyst.Text("[aria-labelledby=table-statements-parents-by-proxy] tbody td").ShouldBe("20 few");
        analyst.Text("[aria-labelledby=table-statements-parents] tbody td").ShouldBe("400");
    }

    [Fact]
    public async Task Words_stand_beside_the_figures_for_those_alone_who_may_read_them()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync(WavePage);
        analyst.Texts("[aria-labelledby=words] .view__words").ShouldBe(["Shorter letters.", "The words have been erased."]);

        host.GraphQL.Data("ResultWave", OneWave(Me("results.read-exact")));
        host.GraphQL.Executed.Clear();
        await analyst.OpenAsync(WavePage);
        analyst.Document.QuerySelector("#words").ShouldBeNull();
        host.GraphQL.Executed.ShouldNotContain(asked => asked.Operation == "SaidInWords");
    }

    [Fact]
    public async Task A_wave_that_nobody_has_answered_says_what_to_do()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("WaveResults", Results(answered: false));
        using var analyst = await host.Visit().OpenAsync(WavePage);

        analyst.Text(".nothing").ShouldStartWith("Nobody has answered yet.");
    }

    [Fact]
    public async Task Every_table_is_a_file_too_and_no_cell_of_it_is_a_formula()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync(WavePage);
        analyst.Document.QuerySelectorAll("table").Length.ShouldBe(analyst.Document.QuerySelectorAll("main a[href*='as=csv&table=']").Length - 1);

        var csv = await FileAsync(analyst, $"{WavePage}?as=csv&table=how-parents", "text/csv");
        csv.ShouldBe("\uFEFFanswer,people,percent\r\n\"'=A letter\",300,50.0\r\n");
        var all = await FileAsync(analyst, $"{WavePage}?as=csv&table=all", "text/csv");
        all.ShouldContain("Parents and carers,yes,p1,The school can meet their needs,favourable,agreement-5,,52.5,47.6,57.3,yes");
        using var json = JsonDocument.Parse(await FileAsync(analyst, $"{WavePage}?as=json&table=statements-parents", "application/json"));
        var row = json.RootElement.GetProperty("tables")[0].GetProperty("rows")[0];
        (row.GetProperty("people").GetInt32(), row.GetProperty("favourable_percent").GetDecimal(), row.GetProperty("interval_low").GetDecimal()).ShouldBe((400, 52.5m, 47.6m));
        row.TryGetProperty("interval", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_hidden_count_stays_hidden_in_files_and_letters_stay_letters()
    {
        var table = new FigureTable(
            "t", "T", [new("group", "Group", false), new("people", "People")], [[Figure.Of("Żółw, \"A\""), Figure.OrHidden(null)], [Figure.Of("-1"), Figure.Of((int?)-1)]]);

        Encoding.UTF8.GetString(FigureFile.CsvOf(table)).ShouldBe("\uFEFFgroup,people\r\n\"Żółw, \"\"A\"\"\",c\r\n\"'-1\",-1\r\n");
        Encoding.UTF8.GetString(FigureFile.JsonOf([table])).ShouldContain("\"group\": \"Żółw, \\\"A\\\"\"");
    }

    [Fact]
    public async Task A_question_is_broken_down_with_small_cells_hidden_and_says_why()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync($"{WavePage}/questions/p1");

        analyst.Text("#table-by-district-parents").ShouldBe("By district: Parents and carers");
        analyst.Texts("[aria-labelledby=table-by-district-parents] th[scope=col]").ShouldBe(["Answer", "Not said", "Thanet", "Total"]);
        Rows(analyst, "table-by-district-parents").ShouldBe(["Agree | c | c | 15", "Disagree | 25 | 0 | 25", "Total | 30 | 10 | 40"]);
        analyst.Html.ShouldContain("c: hidden.");

        host.GraphQL.Data("ResultBreakdown", Breakdown(shown: false));
        await analyst.OpenAsync($"{WavePage}/questions/p1?by=PHASE");
        analyst.Text(".govuk-inset-text").ShouldBe("By phase of education: this table cannot be shown because it could identify someone.");
        host.GraphQL.Executed.Last().Variables.GetProperty("by").GetString().ShouldBe("PHASE");
    }

    [Theory]
    [InlineData("questions/nothing")]
    [InlineData("questions/phase")]
    [InlineData("questions/p1?by=SHOE_SIZE")]
    public async Task A_question_that_is_not_asked_or_is_about_the_person_or_a_breakdown_that_there_is_not_has_no_page(string address)
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync($"{WavePage}/{address}");

        analyst.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_trend_joins_waves_that_are_comparable_and_says_which_change_may_be_chance()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync(TrendPage);

        Rows(analyst, "table-trend-parents").ShouldBe(
        [
            "Parents, first wave | 1 June 2019 | 50.0% | 46.2 to 53.8 | – | –",
            "Parents, second wave | 1 December 2019 | 52.5% | 47.6 to 57.3 | +2.5 may be chance | Comparable",
        ]);
        analyst.Document.QuerySelectorAll(".trend polyline").Length.ShouldBe(1);
        analyst.Document.QuerySelectorAll(".trend [stroke-dasharray] line").ShouldBeEmpty();

        host.GraphQL.Data("ResultTrend", Trend(chance: false));
        await analyst.OpenAsync(TrendPage);
        analyst.Texts("tbody .govuk-tag").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trend_is_broken_where_the_question_asks_something_else_and_says_why()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ResultTrend", Trend("BREAKS"));
        using var analyst = await host.Visit().OpenAsync(TrendPage);

        analyst.Document.QuerySelectorAll(".trend polyline").ShouldBeEmpty();
        analyst.Document.QuerySelectorAll(".trend [stroke-dasharray] line").Length.ShouldBe(1);
        Rows(analyst, "table-trend-parents")[1].ShouldEndWith("Cannot be compared | Not comparable: version 2 asks something else than version 1");
        analyst.Text("section .govuk-inset-text").ShouldStartWith("The line is broken:");
    }

    [Fact]
    public async Task Who_answered_stands_beside_the_population_it_is_compared_with()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync($"/staff/consultations/{Replies.Slug}/results");

        Rows(analyst, "table-waves").ShouldBe(["Parents, second wave | 1 December 2019 | 670 | 2,010 | 10 | 33.5%"]);
        Rows(analyst, "table-population")[0].ShouldBe("Thanet | 5,000 | 40 | 8.0 | 6.7% | 11.1% | Too few: under 0.8 of its share");
        analyst.Text("main").ShouldContain("0.854 of 1, where 1 is the same as the population. It rests on the 600 of 670 people whose group is known.");
        analyst.Text("main").ShouldContain("Beside Children with SEND: With and without plans.");
        analyst.Texts("[aria-labelledby=table-taking-part] tbody th").ShouldBe(["Thanet", "Not known"]);

        host.GraphQL.Data("BesideThePopulation", Beside(reported: false));
        await analyst.OpenAsync($"/staff/consultations/{Replies.Slug}/results?by=NEED");
        analyst.Text("main").ShouldContain("It cannot be said: the group is known of 600 of 670 people.");
    }

    [Fact]
    public async Task Without_a_population_the_page_says_where_to_load_one()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationResults", Consultation(hasSet: false));
        using var analyst = await host.Visit().OpenAsync($"/staff/consultations/{Replies.Slug}/results");

        analyst.Text(".govuk-inset-text").ShouldEndWith("Load a population.");
        host.GraphQL.Executed.ShouldNotContain(asked => asked.Operation == "BesideThePopulation");
    }

    [Fact]
    public async Task How_we_are_doing_counts_open_views_in_and_says_what_each_figure_means()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync($"/staff/results/doing?consultation={Replies.Slug}&audience=families&from=2019-12-01&to=nonsense&by=MONTH");

        analyst.Texts("[aria-labelledby=days] dd").Take(2).ShouldBe(["41", "90"]);
        analyst.Texts("[aria-labelledby=loops] dd").Take(3).ShouldBe(["55", "28 of 35", "80.0%"]);
        analyst.Texts(".govuk-summary-list__key").ShouldContain("Loop closure");
        analyst.Texts("[aria-labelledby=table-taking-part] tbody th").ShouldBe(["December 2019"]);
        var asked = host.GraphQL.Executed.Last(one => one.Operation == "HowWeAreDoing").Variables;
        (asked.GetProperty("consultationId").GetString(), asked.GetProperty("audience").GetString(), asked.GetProperty("from").GetString(), asked.GetProperty("to").GetString())
            .ShouldBe(("Q29uMQ", "PARENTS_AND_CARERS", "2019-12-01", null));
        (await FileAsync(analyst, "/staff/results/doing?as=csv&table=headlines", "text/csv")).ShouldContain("median_days_to_decision,41\r\n");

        host.GraphQL.Data("HowWeAreDoing", Doing(median: "null"));
        await analyst.OpenAsync("/staff/results/doing");
        analyst.Text("[aria-labelledby=days]").ShouldContain("There is no median yet: fewer than half of the views have been answered.");
    }

    [Fact]
    public async Task A_population_is_loaded_from_rows_of_a_spreadsheet_and_each_wrong_row_is_named()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("LoadDenominatorSet", """{ "loadDenominatorSet": { "errors": null } }""");
        using var analyst = await host.Visit().OpenAsync("/staff/results/populations/new");

        await analyst.PressAsync(
            "Load the population", ("title", "Children"), ("source", "Census"), ("reading", "All"), ("total", "many"), ("groups", "what,group,count\ndistrict,Atlantis,5\nneed,autism"));
        analyst.Problems.ShouldBe(
        [
            "Enter the day these numbers are of", "Enter how many people there are in all, in digits", "Row 2: there is no district “Atlantis”",
            "Row 3: it has 2 cells. Give three: district, need or phase; the group; how many people",
        ]);
        analyst.Text("textarea").ShouldContain("Atlantis");
        await analyst.PressAsync("Load the population", ("asAt", "2019-01-31"), ("total", "44,921"), ("groups", "district\tThanet\t40,000\ndistrict\tE07000105\t4921"));

        analyst.Text(".done").ShouldStartWith("The population is loaded.");
        var sent = host.GraphQL.LastInput("LoadDenominatorSet");
        sent.GetProperty("total").GetInt32().ShouldBe(44_921);
        sent.GetProperty("groups").EnumerateArray().Select(group => (group.GetProperty("dimension").GetString(), group.GetProperty("key").GetString(), group.GetProperty("count").GetInt32()))
            .ShouldBe([("DISTRICT", "E07000114", 40_000), ("DISTRICT", "E07000105", 4_921)]);
    }

    [Fact]
    public async Task What_does_not_add_up_is_said_beside_the_rows()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("LoadDenominatorSet", Pact.PactReplies.Refused("loadDenominatorSet", "GROUPS_DO_NOT_ADD_UP", "The districts add up to 5, not to 10", "\"groups\""));
        using var analyst = await host.Visit().OpenAsync("/staff/results/populations/new");

        await analyst.PressAsync("Load the population", ("asAt", "2019-01-31"), ("total", "10"), ("groups", "district;Thanet;5"));

        analyst.Text("#groups-error").ShouldContain("The districts add up to 5, not to 10");
    }

    private static async Task<string> FileAsync(Visitor visitor, string address, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var file = await visitor.SendAsync(request);
        file.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync());
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL).Data("StaffMe", $$"""{ "me": {{Me("results.read-exact", "metrics.read", "releases.read")}} }""");
        return host;
    }
}
