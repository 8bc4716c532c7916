using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;

namespace Engagement.Web.Tests.Pact;

public sealed class RunForumTests
{
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
        host.GraphQL.Data("RunForum", RunForum()).Data("Facilitators", Facilitators);
        return host;
    }
}
