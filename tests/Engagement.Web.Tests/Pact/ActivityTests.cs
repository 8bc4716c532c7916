using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;

namespace Engagement.Web.Tests.Pact;

public sealed class ActivityTests
{
    [Fact]
    public async Task What_comes_is_listed_soonest_first_and_says_what_is_full_and_where_one_has_a_place()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Activities", ActivityList($"{ActivityRow("sooner", youCome: true)}, {ActivityRow("later", isFull: true, onDay: "2126-05-01")}", 2));
        using var person = await host.Visit().OpenAsync("/pact/activities");

        var asked = host.GraphQL.Executed.Last(e => e.Operation == "Activities").Variables;
        asked.GetProperty("order").GetString().ShouldBe("EARLIEST");
        asked.GetProperty("from").GetString().ShouldBe(Dates.Machine(Dates.Day(TimeProvider.System.GetUtcNow())));
        person.Texts("main h3").ShouldBe(["Coffee and plans sooner", "Coffee and plans later"]);
        person.Texts(".govuk-tag").ShouldBe(["You have a place", "Full"]);
        person.Text(".rows__note").ShouldBe("1 March 2126 · Thanet · A workshop · For parents and carers");
    }

    [Fact]
    public async Task A_search_is_kept_in_the_address_and_what_makes_no_sense_is_left_out()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Activities", ActivityList(ActivityRow(), 40, more: true));
        using var person = await host.Visit().OpenAsync("/pact/activities?when=past&district=E07000114&who=young&words=coffee");

        var asked = host.GraphQL.Executed.Last(e => e.Operation == "Activities").Variables;
        asked.GetProperty("state").GetString().ShouldBe("HELD");
        asked.GetProperty("order").GetString().ShouldBe("LATEST");
        asked.GetProperty("from").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        asked.GetProperty("district").GetString().ShouldBe("E07000114");
        asked.GetProperty("audience").GetString().ShouldBe("YOUNG_PEOPLE");
        asked.GetProperty("words").GetString().ShouldBe("coffee");
        person.Document.QuerySelector("option[value=past]")!.HasAttribute("selected").ShouldBeTrue();
        person.Document.QuerySelector(".older a")!.GetAttribute("href").ShouldBe("/pact/activities?when=past&who=young&district=E07000114&words=coffee&after=more");

        await person.OpenAsync("/pact/activities?when=never&district=nowhere&who=cats");
        asked = host.GraphQL.Executed.Last(e => e.Operation == "Activities").Variables;
        asked.GetProperty("state").GetString().ShouldBe("PLANNED");
        asked.GetProperty("district").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("/pact/activities", "Nothing is planned just now. When something is, it will be here.")]
    [InlineData("/pact/activities?when=cancelled", "There is nothing here yet.")]
    [InlineData("/pact/activities?words=tea", "Nothing here fits. Choose less, or another time.")]
    public async Task Where_there_is_nothing_it_says_why(string address, string says)
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Activities", ActivityList("", 0));

        (await host.Visit().OpenAsync(address)).Text(".nothing").ShouldBe(says);
    }

    [Fact]
    public async Task An_activity_says_how_to_join_and_what_makes_it_easier()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Activity", Activity());
        using var person = await host.Visit().OpenAsync($"/pact/activities/{ActivityId}");

        person.Text("main").ShouldContain("The library in Margate, from 10.");
        person.Texts("main ul.govuk-list li").ShouldBe(["Somebody looks after children: Tell us their ages."]);
        person.Texts(".govuk-button").ShouldBe(["Sign up"]);
    }

    [Fact]
    public async Task What_is_full_past_cancelled_held_or_without_places_takes_nobody()
    {
        await using var host = await PagesHost.StartAsync();
        (string Reply, string Says)[] states =
        [
            (Activity(isFull: true), "All places are taken."),
            (Activity(onDay: "2020-03-01"), "The day of this activity is over."),
            (Activity("CANCELLED", reason: "\"The roof leaks.\""), "This activity was cancelled. It does not take place. Why: The roof leaks."),
            (Activity("HELD", onDay: "2020-03-01"), "This activity took place on 1 March 2020."),
            (Activity(places: "null"), "You cannot sign up for this one here."),
        ];
        foreach (var (reply, says) in states)
        {
            host.GraphQL.Data("Activity", reply);
            using var person = await host.Visit().OpenAsync($"/pact/activities/{ActivityId}/join");
            person.Address.ShouldBe($"/pact/activities/{ActivityId}");
            person.Texts(".govuk-button").ShouldBeEmpty();
            person.Text("main").ShouldContain(says);
        }
    }

    [Fact]
    public async Task What_was_heard_leads_on_to_what_came_of_it()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Activity", Activity("HELD", onDay: "2020-03-01", entries: Replies.DidEntry));
        using var person = await host.Visit().OpenAsync($"/pact/activities/{ActivityId}");

        person.Document.QuerySelector("[aria-labelledby=outcome] h3 a")!.GetAttribute("href").ShouldBe("/you-said-we-did/one-page-guide-4t8w2n");
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_is_led_to_it_and_back()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Activity", Activity());
        using var person = await host.Visit().OpenAsync($"/pact/activities/{ActivityId}/join");

        person.Document.QuerySelectorAll("form").ShouldBeEmpty();
        person.Document.QuerySelector("main li a")!.GetAttribute("href").ShouldBe($"/sign-in?return=%2Fpact%2Factivities%2F{ActivityId}%2Fjoin");
    }

    [Fact]
    public async Task Somebody_signs_up_and_tells_what_helps_them()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Activity", Activity(signedIn: true, needs: "\"Big print\"")).Data("TellAccessNeed", Done("recordMyAccessNeed")).Data("TakePlace", Done("takePlace"));
        using var person = await host.Visit().OpenAsync($"/pact/activities/{ActivityId}/join");
        person.Texts("main li").ShouldBe(["Big print"]);

        await person.PressAsync("Keep a place for me", ("need", "A seat near the door"));

        host.GraphQL.LastInput("TellAccessNeed").GetProperty("need").GetString().ShouldBe("A seat near the door");
        host.GraphQL.LastInput("TakePlace").GetProperty("activityId").GetString().ShouldBe(ActivityId);
        person.Address.ShouldBe($"/pact/activities/{ActivityId}?done=joined");
    }

    [Fact]
    public async Task A_place_that_went_meanwhile_is_said_and_the_words_are_kept()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Activity", Activity(signedIn: true)).Data("TellAccessNeed", Done("recordMyAccessNeed"))
            .Data("TakePlace", Refused("takePlace", "ACTIVITY_FULL", "This activity is full"));
        using var person = await host.Visit().OpenAsync($"/pact/activities/{ActivityId}/join");

        await person.PressAsync("Keep a place for me", ("need", "A quiet room"));

        person.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        person.Problems.ShouldBe(["This activity is full"]);
        person.Document.QuerySelector("textarea")!.TextContent.ShouldContain("A quiet room");
    }

    [Fact]
    public async Task A_place_is_given_up_after_a_question()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Activity", Activity(signedIn: true, youCome: true)).Data("GiveUpPlace", Done("giveUpPlace"));
        using var person = await host.Visit().OpenAsync($"/pact/activities/{ActivityId}/leave");

        await person.PressAsync("Yes, give it up");
        person.Address.ShouldBe($"/pact/activities/{ActivityId}?done=left");
    }

    [Fact]
    public async Task An_activity_that_is_not_there_is_no_page()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Activity", NoActivity);

        (await host.Visit().OpenAsync($"/pact/activities/{ActivityId}")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
