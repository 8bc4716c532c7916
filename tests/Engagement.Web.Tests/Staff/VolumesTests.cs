using static Engagement.Web.Tests.Staff.OfficerReplies;

namespace Engagement.Web.Tests.Staff;

/// <summary>Complaints, compliments and comments beside who took part.</summary>
public sealed class VolumesTests
{
    private const string Address = "/staff/feedback/volumes";

    [Fact]
    public async Task A_fall_of_both_is_said_in_a_sentence_and_the_table_says_what_the_chart_shows()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("FeedbackVolumes", Volumes(says: "\"April to June 2020: fewer complaints and fewer people taking part: this may be silence, not satisfaction.\""));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Text(".govuk-inset-text").ShouldBe("April to June 2020: fewer complaints and fewer people taking part: this may be silence, not satisfaction.");
        ResultsReplies.Rows(officer, "table-volumes").ShouldBe(
        [
            "Jul to Sep 2020, so far | c | 5 | 5 | c | c | – | – | – | –",
            "Apr to Jun 2020 | 9 | c | c | 310 | 330 | – | – | – | May be silence",
            "Jan to Mar 2020 | 14 | 6 | c | 640 | 702 | 12 of 14 | 11 of 14 | 17 | –",
        ]);
        officer.Document.QuerySelectorAll("[aria-hidden=true] polyline").Length.ShouldBe(2, "a line of complaints and one of people, ending where a number is hidden");
    }

    [Fact]
    public async Task What_is_asked_for_is_in_the_address()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}?by=month&service=transport&district=E07000114&first=2020-01-01&last=2020-06-30&known=2020-07-01");

        var asked = host.GraphQL.Executed.Last(e => e.Operation == "FeedbackVolumes").Variables;
        new[] { "by", "service", "district", "from", "to", "asAt" }.Select(name => asked.GetProperty(name).GetString())
            .ShouldBe(["MONTH", "transport", "E07000114", "2020-01-01", "2020-06-30", "2020-07-01T23:00:00Z"]);
        officer.Text("main").ShouldContain("Who took part is of all services");
        (await officer.OpenAsync($"{Address}?by=decade&district=atlantis&first=soon")).Text("h1").ShouldBe("Complaints beside participation");
        host.GraphQL.Executed.Last(e => e.Operation == "FeedbackVolumes").Variables.GetProperty("by").GetString().ShouldBe("QUARTER");
    }

    [Fact]
    public async Task The_table_is_a_file_too()
    {
        await using var host = await StartAsync();
        using var officer = host.Visit();

        var file = await FileAsync(officer, $"{Address}?as=csv&table=volumes");

        file.ShouldContain("from,period,complaints,compliments,comments,participants,contributions,acknowledged_in_time,answered_in_time,median_days,reading");
        file.ShouldContain("2020-04-01,Apr to Jun 2020,9,c,c,310,330,,,,May be silence");
    }

    [Fact]
    public async Task That_somebody_looked_is_recorded_with_what_is_done_about_it()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ReviewLog", Pact.PactReplies.Refused("reviewLog", "NEXT_MISSING", "Say what is done about it, or why nothing is", "\"next\""));
        using var officer = await host.Visit().OpenAsync(Address);
        officer.Text("main").ShouldContain("Nobody has recorded yet that they looked at the log as a whole.");

        await officer.PressAsync("Record it", ("found", "Fewer complaints."));
        officer.Problems.ShouldBe(["Enter the first day that you looked at", "Enter the last day that you looked at"]);
        await officer.PressAsync("Record it", ("from", "2020-01-01"), ("to", "2020-06-30"));
        officer.Text("#next-error").ShouldBe("Error: Say what is done about it, or why nothing is");
        officer.Text("#found").ShouldBe("Fewer complaints.");
        host.GraphQL.Data("ReviewLog", Pact.PactReplies.Done("reviewLog"))
            .Data("FeedbackVolumes", Volumes(reviews: """{ "id": "UjE", "from": "2020-01-01", "to": "2020-06-30", "found": "Fewer complaints.", "next": "We ask.", "reviewedAt": "2020-07-14T09:30:00Z" }"""));
        await officer.PressAsync("Record it", ("next", "We ask."));

        officer.Text(".done").ShouldBe("It is recorded that the log was looked at.");
        officer.Text("#reviews ~ ul .rows__title").ShouldBe("1 January 2020 to 30 June 2020");
    }

    [Fact]
    public async Task Whoever_reads_figures_only_records_nothing()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("FeedbackVolumes", Volumes(me: "\"metrics.read\""));
        using var analyst = await host.Visit().OpenAsync(Address);

        analyst.Texts("main button").ShouldNotContain("Record it");
    }

    private static async Task<string> FileAsync(Visitor visitor, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var file = await visitor.SendAsync(request);
        return await file.Content.ReadAsStringAsync();
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL);
        return host;
    }
}
