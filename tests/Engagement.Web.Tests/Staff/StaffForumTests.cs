using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.OfficerReplies;

namespace Engagement.Web.Tests.Staff;

/// <summary>Officers run the council's forums on the pages that Kent PACT's coordinator has for PACT's, in the frame of the staff's.</summary>
public sealed class StaffForumTests
{
    private const string List = "/staff/forums";
    private const string One = $"{List}/youth-voice-7k2m9q";

    [Fact]
    public async Task An_officer_sees_the_councils_forums_and_none_of_Kent_PACTs()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(List);

        officer.Document.Title.ShouldBe("The forums you run – Staff");
        officer.Texts(".rows__title").ShouldBe(["Youth Voice"]);
        officer.Document.QuerySelector(".rows__title a")!.GetAttribute("href").ShouldBe(One);
        officer.Text("main").ShouldContain("Kent PACT runs its forums itself");
        officer.Texts("main a").ShouldNotContain("Choose who sits on the boards");
    }

    [Fact]
    public async Task What_an_officer_opens_is_the_councils()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EstablishForum", """{ "establishForum": { "forum": { "slug": "youth-voice-7k2m9q" }, "errors": null } }""");
        using var officer = await host.Visit().OpenAsync($"{List}/new");
        officer.Text("main").ShouldContain("It is the council’s own");

        await officer.PressAsync("Open the forum", ("title", "Adults"), ("purpose", "To talk."), ("ageBand", "EIGHTEEN_AND_OVER"), ("moderation", "BEFORE_SHOWN"));

        officer.Address.ShouldBe($"{One}?done=opened");
        host.GraphQL.LastInput("EstablishForum").GetProperty("owner").GetString().ShouldBe("COUNCIL");
    }

    [Fact]
    public async Task Topics_and_facilitators_are_looked_after_without_leaving_the_staffs_pages()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PinTopic", Done("pinTopic")).Data("PublishTopic", Done("publishTopic"));
        using var officer = await host.Visit().OpenAsync(One);
        officer.Text(".staff-bar").ShouldContain("Participation officer");
        officer.Document.QuerySelectorAll("main a[href^='/pact/run']").ShouldBeEmpty();

        await officer.PressAsync("Put it at the top: What would help?");
        officer.Address.ShouldBe($"{One}?done=pinned");
        await officer.OpenAsync($"{One}/topic");
        await officer.PressAsync("Publish the question", ("question", "What would help?"), ("opensOn", "2126-01-01"), ("closesOn", "2126-02-01"));
        officer.Address.ShouldBe($"{One}?done=published");
        await officer.OpenAsync($"{One}/people");
        officer.Text("main").ShouldContain("Only those who are named here can moderate it");
        officer.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe(One);
    }

    [Fact]
    public async Task A_forum_of_Kent_PACT_is_no_page_here()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RunForum", Forum("KENT_PACT", mayRun: true));

        (await host.Visit().OpenAsync(One)).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_is_asked_to_and_whoever_runs_none_is_refused()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RunForums", """{ "me": { "signedIn": false, "role": null, "roles": [], "permissions": [], "person": null }, "forums": { "nodes": [] } }""");
        (await host.Visit().OpenAsync(List)).Address.ShouldStartWith("/sign-in?return=");

        host.GraphQL.Data("RunForums", $$"""{ {{Officer("\"activities.read\"")}}, "forums": { "nodes": [] } }""");
        (await host.Visit().OpenAsync(List)).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Forum(string owner = "COUNCIL", bool mayRun = true) => $$"""
        { {{Officer()}}, "forumBySlug": { "id": "Rm9yMQ", "slug": "youth-voice-7k2m9q", "title": "Youth Voice", "purpose": "To say how things are.", "owner": "{{owner}}", "ageBand": "UNDER18",
            "mayRun": {{(mayRun ? "true" : "false")}}, "mayModerate": false, "waiting": null, "version": 2,
            "topics": { "nodes": [{ "id": "VG9waWMx", "slug": "what-would-help", "question": "What would help?", "state": "OPEN", "opensOn": "2026-10-01", "closesOn": "2126-12-01",
              "closedEarlyOn": null, "isPinned": false, "version": 1 }], "pageInfo": { "hasNextPage": false, "endCursor": null } } } }
        """;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("RunForum", Forum()).Data("Facilitators", Facilitators).Data("RunForums", $$"""
            { {{Officer()}}, "forums": { "nodes": [
              { "slug": "youth-voice-7k2m9q", "title": "Youth Voice", "owner": "COUNCIL", "mayRun": true, "mayModerate": false, "waiting": null },
              { "slug": "coast-4k7m2q", "title": "Kent PACT, the coast", "owner": "KENT_PACT", "mayRun": false, "mayModerate": false, "waiting": null } ] } }
            """);
        return host;
    }
}
