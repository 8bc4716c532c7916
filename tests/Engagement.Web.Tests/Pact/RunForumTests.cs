using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;

namespace Engagement.Web.Tests.Pact;

public sealed class RunForumTests
{
    private const string Opened = $$"""{ "establishForum": { "forum": { "slug": "{{Forum}}" }, "errors": null } }""";
    private const string Address = $"/pact/run/{Forum}";

    [Fact]
    public async Task Whoever_has_not_signed_in_is_led_to_it_and_whoever_runs_no_forum_is_told_so()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("RunForums", RunForumList(signedIn: false));
        using var person = await host.Visit().OpenAsync("/pact/run");
        person.Address.ShouldStartWith("/sign-in?return=");

        host.GraphQL.Data("RunForums", RunForumList(mayRun: false)).Data("RunForum", RunForum(mayRun: false));
        await person.OpenAsync("/pact/run");
        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await person.OpenAsync(Address);
        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Kent_PACTs_coordinator_opens_a_forum_of_its_own_and_an_officer_is_offered_none()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RunForums", RunForumList()).Data("EstablishForum", Opened);
        using var person = await host.Visit().OpenAsync("/pact/run");
        person.Texts("main .govuk-button").ShouldBeEmpty();
        await person.OpenAsync("/pact/run/new");
        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        host.GraphQL.Data("RunForums", RunForumList(mayRun: false, forPact: true));
        await person.OpenAsync("/pact/run");
        person.Text(".nothing").ShouldBe("You run no forum yet.");
        await person.OpenAsync("/pact/run/new");
        await person.PressAsync("Open the forum", ("title", "The coast"), ("purpose", "For parents near the coast."));
        person.Problems.ShouldBe(["Choose who it is for", "Choose when somebody reads what is written"]);
        await person.PressAsync("Open the forum", ("ageBand", "EIGHTEEN_AND_OVER"), ("moderation", "AFTER_SHOWN"));

        person.Text(".done").ShouldStartWith("The forum is open.");
        var sent = host.GraphQL.LastInput("EstablishForum");
        (Of("title"), Of("owner"), Of("audience"), Of("moderation")).ShouldBe(("The coast", "KENT_PACT", "PARENTS_AND_CARERS", "AFTER_SHOWN"));
        sent.GetProperty("facilitators").GetArrayLength().ShouldBe(0);
        Of("idempotencyKey").ShouldNotBeNullOrEmpty();

        string? Of(string name) => sent.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_forum_for_under_18s_names_who_was_checked_and_a_refusal_stands_at_the_first_of_them()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RunForums", RunForumList(forPact: true))
            .Data("EstablishForum", Refused("establishForum", "FACILITATORS_MISSING", "Name at least 2 vetted facilitators for this forum", "\"facilitators\""));
        using var person = await host.Visit().OpenAsync("/pact/run/new");

        await person.PressAsync(
            "Open the forum", ("title", "Us"), ("purpose", "For us."), ("ageBand", "UNDER18"), ("moderation", "BEFORE_SHOWN"), ("role1", "Youth worker"));
        person.Problems.ShouldBe(["Enter their code", "Enter the day of their check"]);
        await person.PressAsync("Open the forum", ("facilitatorId1", "UGVyc29uMQ"), ("vettedOn1", "2026-03-04"));

        person.Problems.ShouldBe(["Name at least 2 vetted facilitators for this forum"]);
        person.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#facilitatorId1");
        var sent = host.GraphQL.LastInput("EstablishForum");
        sent.GetProperty("audience").GetString().ShouldBe("YOUNG_PEOPLE");
        sent.GetProperty("facilitators")[0].GetProperty("vettedOn").GetString().ShouldBe("2026-03-04");
    }

    [Fact]
    public async Task A_forum_shows_what_waits_its_topics_and_who_helps()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RunForums", RunForumList());
        using var person = await host.Visit().OpenAsync("/pact/run");
        person.Text(".rows__note").ShouldBe("One post waits for a moderator.");

        await person.OpenAsync(Address);
        person.Text("main").ShouldContain("3 posts wait for a moderator.");
        person.Text("[aria-labelledby=people] li").ShouldBe("Parent moderator (checked on 4 March 2026)");
    }

    [Fact]
    public async Task Its_words_are_changed_where_nobody_else_has_changed_them()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RewordForum", Done("rewordForum"));
        using var person = await host.Visit().OpenAsync($"{Address}/words");

        await person.PressAsync("Save", ("title", "The sea"), ("purpose", "For parents by the sea."));

        person.Text(".done").ShouldBe("The forum has its new words.");
        host.GraphQL.LastInput("RewordForum").GetProperty("expectedVersion").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_question_needs_its_days_and_keeps_what_was_written_until_it_has_them()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PublishTopic", Done("publishTopic"));
        using var person = await host.Visit().OpenAsync($"{Address}/topic");

        await person.PressAsync("Publish the question", ("question", "What helps?"), ("opensOn", "2026-11-23"));
        person.Problems.ShouldBe(["Enter the last day"]);
        await person.PressAsync("Publish the question", ("closesOn", "2026-12-23"));

        person.Text(".done").ShouldStartWith("Your question is published.");
        host.GraphQL.LastInput("PublishTopic").GetProperty("question").GetString().ShouldBe("What helps?");
        host.GraphQL.LastInput("PublishTopic").GetProperty("idempotencyKey").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task What_was_heard_in_a_closed_topic_is_published_and_put_right_where_nobody_was_faster()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RunTopic", RunTopic("CLOSED", "\"Start later.\"")).Data("PublishTopicSummary", Done("publishTopicSummary"));
        using var person = await host.Visit().OpenAsync($"{Address}/summary/VG9waWMx");
        person.Text("textarea").ShouldBe("Start later.");

        await person.PressAsync("Publish it", ("text", "Start later, and end earlier."));

        person.Text(".done").ShouldStartWith("What you heard stands at the top");
        var sent = host.GraphQL.LastInput("PublishTopicSummary");
        sent.GetProperty("text").GetString().ShouldBe("Start later, and end earlier.");
        sent.GetProperty("expectedVersion").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task A_topic_of_another_forum_is_not_run_here()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RunTopic", RunTopic("CLOSED", forum: "elsewhere"));

        (await host.Visit().OpenAsync($"{Address}/summary/VG9waWMx")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_topic_is_closed_early_with_a_reason()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CloseTopic", Refused("closeTopic", "REASON_REQUIRED", "Explain why the topic closes before its date", "\"reason\""));
        using var person = await host.Visit().OpenAsync($"{Address}/close/VG9waWMx");

        await person.PressAsync("Close the topic");
        person.Problems.ShouldBe(["Explain why the topic closes before its date"]);
        host.GraphQL.Data("CloseTopic", Done("closeTopic"));
        await person.PressAsync("Close the topic", ("reason", "The meeting is earlier."));
        person.Text(".done").ShouldBe("The topic is closed.");
    }

    [Fact]
    public async Task A_topic_is_put_at_the_top_and_taken_from_it()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PinTopic", Done("pinTopic"));
        using var person = await host.Visit().OpenAsync(Address);

        await person.PressAsync("Put it at the top: What would help at meetings?");
        host.GraphQL.LastInput("PinTopic").GetProperty("pinned").GetBoolean().ShouldBeTrue();

        host.GraphQL.Data("RunForum", RunForum(pinned: true));
        await person.OpenAsync(Address);
        await person.PressAsync("Take it from the top: What would help at meetings?");
        host.GraphQL.LastInput("PinTopic").GetProperty("pinned").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_is_named_to_moderate_and_taken_off()
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("NameFacilitator", "ID_INVALID");
        using var person = await host.Visit().OpenAsync($"{Address}/people");

        await person.PressAsync("Name them", ("facilitatorId", "nonsense"), ("role", "Parent moderator"), ("vettedOn", "2026-03-04"));
        person.Problems.Single().ShouldStartWith("This is no code of a person.");
        host.GraphQL.Data("NameFacilitator", Done("nameFacilitator")).Data("RemoveFacilitator", Done("removeFacilitator"));
        await person.PressAsync("Name them", ("facilitatorId", "UGVyMg"));
        person.Text(".done").ShouldBe("They can moderate this forum now.");

        await person.OpenAsync($"{Address}/people");
        await person.PressAsync("Take off Parent moderator", ("reason", "Has moved away"));
        host.GraphQL.LastInput("RemoveFacilitator").GetProperty("facilitatorId").GetString().ShouldBe("UGVyMQ");
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("RunForum", RunForum()).Data("RunTopic", RunTopic()).Data("Facilitators", Facilitators);
        return host;
    }
}
