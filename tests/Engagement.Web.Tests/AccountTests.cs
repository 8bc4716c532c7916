using System.Net;

namespace Engagement.Web.Tests;

/// <summary>My account: mine alone, and in my hands.</summary>
public sealed class AccountTests
{
    [Theory]
    [InlineData("/me")]
    [InlineData("/me/journeys")]
    [InlineData("/me/permissions")]
    [InlineData("/me/data")]
    [InlineData("/me/erasure")]
    public async Task Whoever_has_not_signed_in_is_led_to_the_sign_in_and_back(string address)
    {
        await using var host = await PagesHost.StartAsync();
        const string nobody = """{ "me": { "signedIn": false, "emailAddress": null, "participant": null, "erasure": null, "journeys": { "nodes": [], "pageInfo": null } } }""";
        host.GraphQL.Data("Me", nobody).Data("MyJourneys", nobody);
        using var person = await host.Visit().OpenAsync(address);

        person.Address.ShouldBe($"/sign-in?return={Uri.EscapeDataString(address)}");
    }

    [Fact]
    public async Task Permissions_are_given_and_taken_back_by_a_tick_each()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/me/permissions");
        person.Document.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value")).ShouldBe(["Quote"]);

        await PostAsync(person, ("allow", "Contact"));

        person.Text(".done").ShouldBe("Saved.");
        var given = host.GraphQL.LastInput("GivePermission");
        (given.GetProperty("permission").GetString(), given.GetProperty("givenBy").GetString()).ShouldBe(("CONTACT", "SELF"));
        host.GraphQL.LastInput("WithdrawPermission").GetProperty("permission").GetString().ShouldBe("QUOTE");
    }

    [Fact]
    public async Task Under_13_a_parent_agrees_to_what_is_given_and_to_nothing_that_is_taken_back()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Me", Me.Replace("OVER25", "UNDER13", StringComparison.Ordinal));
        using var person = await host.Visit().OpenAsync("/me/permissions");

        await PostAsync(person, ("allow", "Contact"));
        person.Problems.ShouldBe(["A parent or carer has to agree. Ask them to tick the box"]);
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "GivePermission" || e.Operation == "WithdrawPermission");

        await PostAsync(person, ("allow", "Contact"), ("agreed", "yes"));
        host.GraphQL.LastInput("GivePermission").GetProperty("givenBy").GetString().ShouldBe("PARENT_OR_CARER");
        await person.OpenAsync("/me/permissions");
        await PostAsync(person);
        person.Text(".done").ShouldBe("Saved.");
    }

    [Fact]
    public async Task A_copy_is_made_and_downloaded_as_files_that_no_cache_keeps()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/me/data");

        await person.PressAsync("Put my copy together");
        person.Address.ShouldBe("/me/data/RXhwb3J0");
        using var request = new HttpRequestMessage(HttpMethod.Get, person.Document.QuerySelectorAll("main a[download]")[0].GetAttribute("href"));
        using var file = await person.SendAsync(request);

        file.Content.Headers.ContentDisposition!.FileName.ShouldBe("my-data-2026-11-22.html");
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await file.Content.ReadAsStringAsync()).ShouldBe("<p>All of it</p>");
        await person.OpenAsync("/me/data/RXhwb3J0/exe");
        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Erasure_says_what_it_means_and_wants_a_tick_and_then_says_until_when_it_is_answered()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/me/erasure");
        person.Html.ShouldContain("we cannot bring them back");

        await PostAsync(person);
        person.Problems.ShouldBe(["Tick the box if you want everything erased"]);
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "RequestErasure");
        await PostAsync(person, ("sure", "yes"));
        host.GraphQL.Executed.ShouldContain(e => e.Operation == "RequestErasure");

        host.GraphQL.Data("Me", Me.Replace("\"erasure\": null", """ "erasure": { "receivedOn": "2026-11-22", "answerBy": "2026-12-22", "outcome": null, "erasedAt": null }""", StringComparison.Ordinal));
        await person.OpenAsync("/me/erasure");
        person.Text(".govuk-inset-text").ShouldStartWith("You asked on 22 November 2026. You get an answer by 22 December 2026.");
        person.Document.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_sent_shows_how_far_it_has_come()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/me/journeys");

        person.Texts("main h2").ShouldBe(["Shorter waits for education, health and care plans"]);
        person.Html.ShouldContain("Next: A person reads what you said.");
        person.Texts(".steps__title").Count.ShouldBe(2);
        person.Document.QuerySelector(".older a")!.GetAttribute("href").ShouldBe("/me/journeys?after=c");
    }

    [Fact]
    public async Task A_work_account_is_told_so()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Me", """{ "me": { "signedIn": true, "emailAddress": null, "participant": null, "erasure": null, "journeys": { "nodes": [], "pageInfo": null } } }""");
        using var person = await host.Visit().OpenAsync("/me");

        person.Html.ShouldContain("This is a work account.");
    }

    [Fact]
    public async Task Somebody_who_takes_part_and_has_no_record_yet_is_not_taken_for_staff()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Me", """{ "me": { "signedIn": true, "role": "parent-or-carer", "emailAddress": null, "participant": null, "erasure": null, "journeys": { "nodes": [] } } }""");
        using var person = await host.Visit().OpenAsync("/me");

        person.Text("main").ShouldContain("There is no record of you here yet. One begins when you sign in by e-mail.");
        person.Html.ShouldNotContain("work account");
        person.Document.QuerySelector("main a[href='/consultations']").ShouldNotBeNull();
        person.Html.ShouldNotContain("/me/data");
    }

    [Theory]
    [InlineData("\"QUOTE\"", "null", "You get none: you have not said that we may write to you.")]
    [InlineData("\"CONTACT\"", "null", "Choose which e-mails you get, what about, and how often.")]
    [InlineData("\"CONTACT\"", """{ "isConfirmed": false, "isStopped": false, "isRefused": false }""", "We wait for you to say that the address is yours.")]
    [InlineData("\"CONTACT\"", """{ "isConfirmed": true, "isStopped": false, "isRefused": true }""", "Our e-mails come back. Give another address.")]
    [InlineData("\"CONTACT\"", """{ "isConfirmed": true, "isStopped": true, "isRefused": false }""", "You stopped our e-mails.")]
    public async Task How_the_emails_stand_is_said_where_they_are_chosen(string permissions, string emails, string says)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Me", Me.Replace("\"QUOTE\"", permissions, StringComparison.Ordinal).Replace("{ \"me\":", $"{{ \"notificationChoices\": {emails}, \"me\":", StringComparison.Ordinal));
        using var person = await host.Visit().OpenAsync("/me");

        person.Text("li:has(a[href='/me/e-mails']) .rows__note").ShouldBe(says);
    }

    [Fact]
    public async Task A_young_person_has_their_account_among_their_own_pages()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Me", Me.Replace("\"signedIn\": true", "\"signedIn\": true, \"role\": \"young-person\"", StringComparison.Ordinal));
        using var person = await host.Visit().OpenAsync("/me");

        person.Document.Title.ShouldBe("My account – Your Voice");
        person.Document.QuerySelector("main a[href='/your-voice/e-mails']").ShouldNotBeNull();
        (await person.OpenAsync("/me/permissions")).Document.Title.ShouldBe("What I allow – Your Voice");
    }

    internal const string Me = """
        { "me": { "signedIn": true, "emailAddress": "parent@example.test", "participant": { "ageBand": "OVER25", "permissions": ["QUOTE"] }, "erasure": null,
          "journeys": { "nodes": [], "pageInfo": null } } }
        """;

    internal const string Export =
        """{ "me": { "signedIn": true, "role": "parent-or-carer" }, "subjectExport": { "id": "RXhwb3J0", "madeAt": "2026-11-22T10:00:00Z", "deleteAt": "2026-12-06T10:00:00Z", "html": "<p>All of it</p>", "json": "{}" } }""";

    internal static string MyJourneys => $$"""
        { "me": { "signedIn": true, "journeys": { "pageInfo": { "hasNextPage": true, "endCursor": "c" }, "nodes": [
          { "reference": "{{Replies.Reference}}", "submittedAt": "2026-11-03T22:41:00Z",
            "consultation": { "slug": "{{Replies.Slug}}", "title": "Shorter waits for education, health and care plans", "decisionExpectedOn": "2027-01-15", "responseDueOn": null },
            "steps": [{ "kind": "RECEIVED", "at": "2026-11-03T22:41:00Z", "detail": null }, { "kind": "READ", "at": null, "detail": null }], "entries": [] } ] } } }
        """;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Me", Me)
            .Data("GivePermission", """{ "givePermission": { "participant": { "version": 2 }, "errors": null } }""")
            .Data("WithdrawPermission", """{ "withdrawPermission": { "participant": { "version": 3 }, "errors": null } }""")
            .Data("RequestErasure", """{ "requestErasure": { "requestedErasure": { "answerBy": "2026-12-22" }, "errors": null } }""")
            .Data("MakeSubjectExport", """{ "makeSubjectExport": { "subjectExport": { "id": "RXhwb3J0" }, "errors": null } }""")
            .Data("SubjectExport", Export)
            .Data("MyJourneys", MyJourneys);
        return host;
    }

    /// <summary>Sends the page's form with these boxes ticked and no others.</summary>
    private static Task<Visitor> PostAsync(Visitor person, params (string Field, string Value)[] ticked) => person.PostAsync(
        person.Document.QuerySelector("main form")!.GetAttribute("action")!,
        ticked.Select(box => KeyValuePair.Create(box.Field, box.Value)).Append(KeyValuePair.Create("__token", person.Document.QuerySelector("input[name=__token]")!.GetAttribute("value")!)));
}
