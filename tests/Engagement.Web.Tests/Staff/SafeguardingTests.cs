using System.Net;
using static Engagement.Web.Tests.Staff.ModerationReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class SafeguardingTests
{
    private const string Address = $"/staff/safeguarding/{Item}";

    [Theory]
    [InlineData("/staff/safeguarding", "SafeguardingItems")]
    [InlineData("/staff/safeguarding/holds", "SafeguardingHolds")]
    public async Task It_is_for_the_safeguarding_lead_alone(string address, string operation)
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail(operation, "AUTH_NOT_AUTHORIZED");
        using var person = await host.Visit().OpenAsync(address);

        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_list_says_how_each_was_noticed_and_since_when_and_no_words()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SafeguardingItems", Items($"{ItemFields("REPORT")}, {ItemFields("MODERATOR", "ACKNOWLEDGED")}"));
        using var person = await host.Visit().OpenAsync("/staff/safeguarding");

        person.Texts(".rows__title").ShouldBe(["A reader reported it", "A moderator raised it"]);
        person.Texts(".rows .govuk-tag").ShouldBe(["Not taken yet", "Taken"]);
        person.Text(".rows__note").ShouldMatch(@"^Raised on 20 November 2026 at 9:00am, \d+ \w+ ago\. Read once\.$");
    }

    [Fact]
    public async Task The_words_are_shown_after_the_reason_and_only_then()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("OpenSafeguardingItem", Refused("openSafeguardingItem", "REASON_REQUIRED", "Enter why you need to read this", "\"reason\""));
        using var person = await host.Visit().OpenAsync(Address);
        person.Text("#reason-hint").ShouldStartWith("This is written down for good before the words are shown");
        person.Texts("section .rows__item").ShouldBe(["It is new Safeguarding lead, 20 November 2026 at 9:30am"]);

        await person.PressAsync("Write it down and show the words");
        person.Problems.ShouldBe(["Enter why you need to read this"]);
        host.GraphQL.Data("OpenSafeguardingItem", $$"""
            { "openSafeguardingItem": { "safeguardingWords": { "text": "He hits me", "note": "Seen twice", "marks": [{ "kind": "POSSIBLE_DISCLOSURE", "start": 3, "length": 4 }], "item": {{ItemFields(version: 2)}} }, "errors": null } }
            """);
        await person.PressAsync("Write it down and show the words", ("reason", "To see who can help"));

        person.Text(".words").ShouldBe("He hits me");
        person.Text("main").ShouldContain("Seen twice");
        host.GraphQL.LastInput("OpenSafeguardingItem").GetProperty("reason").GetString().ShouldBe("To see who can help");
        person.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        await person.OpenAsync(Address);
        person.Document.QuerySelector(".words").ShouldBeNull();
    }

    [Fact]
    public async Task A_readers_report_says_what_the_reader_said()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SafeguardingItem", OneItem("REPORT"));

        (await host.Visit().OpenAsync(Address)).Text("main").ShouldContain("What the reader said: “Somebody may be in danger.”");
    }

    [Fact]
    public async Task It_is_taken_and_closed_with_how_it_ended()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AcknowledgeSafeguarding", Done("acknowledgeSafeguarding", "safeguardingItem")).Data("CloseSafeguarding", Done("closeSafeguarding", "safeguardingItem"));
        using var person = await host.Visit().OpenAsync(Address);

        await person.PressAsync("I have it");
        person.Text(".done").ShouldBe("You have it.");
        host.GraphQL.LastInput("AcknowledgeSafeguarding").GetProperty("expectedVersion").GetInt32().ShouldBe(1);
        await person.PressAsync("Close the item");
        person.Problems.ShouldBe(["Choose how it ended"]);
        await person.PressAsync("Close the item", ("outcome", "REFERRED"));

        host.GraphQL.LastInput("CloseSafeguarding").GetProperty("outcome").GetString().ShouldBe("REFERRED");
        person.Text(".done").ShouldBe("The item is closed.");
        host.GraphQL.Data("SafeguardingItem", OneItem(state: "CLOSED", held: true));
        await person.OpenAsync(Address);
        person.Texts("main form .govuk-button").ShouldBe(["Write it down and show the words"], "it is closed for good, and the record is on hold already");
    }

    [Fact]
    public async Task A_record_is_put_on_hold_with_a_reason_and_a_day()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SetSafeguardingHold", Refused("setSafeguardingHold", "REASON_REQUIRED", "Enter why this record is needed", "\"reason\""));
        using var person = await host.Visit().OpenAsync(Address);

        await person.PressAsync("Put it on hold", ("holdReason", "Enquiries"));
        person.Problems.ShouldBe(["Enter the day to review the hold on"]);
        person.Text("#holdReason").ShouldBe("Enquiries");
        await person.PressAsync("Put it on hold", ("holdReason", ""), ("reviewOn", "2027-01-15"));
        person.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#holdReason");
        host.GraphQL.Data("SetSafeguardingHold", """{ "setSafeguardingHold": { "safeguardingHold": { "reviewOn": "2027-01-15" }, "errors": null } }""");
        await person.PressAsync("Put it on hold", ("holdReason", "Enquiries go on"));

        person.Text(".done").ShouldBe("The record is on hold.");
        var sent = host.GraphQL.LastInput("SetSafeguardingHold");
        (sent.GetProperty("subjectId").GetString(), sent.GetProperty("reason").GetString()).ShouldBe(("UGVyc29uOQ", "Enquiries go on"));
    }

    [Fact]
    public async Task A_hold_is_lifted_by_whoever_says_that_they_are_sure()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("LiftSafeguardingHold", Done("liftSafeguardingHold", "person"));
        using var person = await host.Visit().OpenAsync("/staff/safeguarding/holds");
        person.Text(".rows__title").ShouldBe("Review on 15 January 2027");

        await person.PressAsync("Lift the hold of the record to be reviewed on 15 January 2027", ("sure", ""));
        person.Problems.ShouldBe(["Tick the box to lift the hold"]);
        await person.PressAsync("Lift the hold of the record to be reviewed on 15 January 2027", ("sure", "yes"));

        person.Text(".done").ShouldBe("The hold is lifted.");
        host.GraphQL.LastInput("LiftSafeguardingHold").GetProperty("subjectId").GetString().ShouldBe("UGVyc29uOQ");
    }

    [Fact]
    public async Task A_code_that_belongs_to_no_record_is_said_to_be_none()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SafeguardingHolds", Holds(some: false)).Fail("SetSafeguardingHold", "ID_INVALID");
        using var person = await host.Visit().OpenAsync("/staff/safeguarding/holds");
        person.Text(".nothing").ShouldBe("No record is on hold.");

        await person.PressAsync("Put it on hold", ("subjectId", "my neighbour"), ("reason", "Enquiries"), ("reviewOn", "2027-01-15"));

        person.Problems.ShouldBe(["This is no code of a record. Copy it from the request, the item or the access log"]);
        person.Text("#reason").ShouldBe("Enquiries");
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL);
        return host;
    }
}
