namespace Engagement.Web.Tests;

/// <summary>What is sent to whoever has an account, chosen there and not by the link of an e-mail.</summary>
public sealed class MyEmailsTests
{
    public const string Page = "/me/e-mails";
    public const string Voice = "/your-voice/e-mails";

    private const string Chosen = """
        { "kinds": ["ENTRY_PUBLISHED"], "frequency": "DAILY", "leavesTheNight": true, "audience": "FAMILIES", "interests": ["PARENTS_AND_CARERS"],
          "about": ["TRAVEL"], "districts": ["E07000114"], "address": "p…@example.test", "isConfirmed": true, "isStopped": false, "isRefused": false }
        """;

    internal static void Set(CannedGraphQL graphQL) => graphQL.Data("MyEmails", ReplyOf(Chosen));

    [Theory]
    [InlineData(Page)]
    [InlineData($"{Page}/stop")]
    [InlineData(Voice)]
    public async Task Whoever_has_not_signed_in_is_led_to_the_sign_in_and_back(string address)
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("MyEmails", """{ "me": { "signedIn": false, "role": null, "emailAddress": null, "participant": null }, "notificationChoices": null }""");
        using var person = await host.Visit().OpenAsync(address);

        person.Address.ShouldBe($"/sign-in?return={Uri.EscapeDataString(address)}");
    }

    [Fact]
    public async Task What_was_chosen_is_ticked_and_can_be_chosen_anew_without_a_link()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(Page);
        person.Text("main").ShouldContain("We write to: p…@example.test");
        person.Document.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value")).ShouldBe(
            ["PARENTS_AND_CARERS", "TRAVEL", "E07000114", "EntryPublished", "Daily", "yes"]);

        await person.PressAsync("Save", ("interests", "STAFF"), ("about", "HEALTH"), ("districts", "E07000105"), ("frequency", "AtOnce"));

        var sent = host.GraphQL.LastInput("ChooseEmails");
        sent.GetProperty("token").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (Of("interests"), Of("about"), Of("districts"), sent.GetProperty("frequency").GetString()).ShouldBe(("STAFF", "HEALTH", "E07000105", "AT_ONCE"));
        person.Text(".done").ShouldBe("Saved.");

        string? Of(string field) => sent.GetProperty(field).EnumerateArray().ShouldHaveSingleItem().GetString();
    }

    [Fact]
    public async Task Somebody_who_has_sent_nothing_gives_an_address_and_says_that_they_may_be_written_to()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MyEmails", ReplyOf("null", permissions: ""));
        using var person = await host.Visit().OpenAsync(Page);
        person.Document.QuerySelector("#address")!.GetAttribute("value").ShouldBe("parent@example.test");

        host.GraphQL.Reply("GiveAddress", _ => host.GraphQL.Executed.Any(one => one.Operation == "GivePermission")
            ? """{ "data": { "giveAddress": { "notificationChoices": { "isConfirmed": false }, "errors": null } } }"""
            : """{ "data": { "giveAddress": { "notificationChoices": null, "errors": [{ "message": "Say first that we may write to you", "code": "CONTACT_NOT_ALLOWED", "field": null }] } } }""");
        await person.PressAsync("Write to me", ("address", "other@example.test"));
        person.Problems.ShouldBe(["Say first that we may write to you"]);
        person.Document.QuerySelector("#address")!.GetAttribute("value").ShouldBe("other@example.test");
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "GivePermission");

        await person.PressAsync("Write to me", ("address", "other@example.test"), ("mayWrite", "yes"));
        host.GraphQL.LastInput("GivePermission").GetProperty("permission").GetString().ShouldBe("CONTACT");
        var given = host.GraphQL.LastInput("GiveAddress");
        (given.GetProperty("address").GetString(), given.GetProperty("audience").GetString(), given.GetProperty("language").GetString())
            .ShouldBe(("other@example.test", "FAMILIES", "en-GB"));
        person.Address.ShouldBe(Page);
    }

    [Fact]
    public async Task An_address_that_waits_to_be_confirmed_says_so_and_can_be_changed()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MyEmails", ReplyOf(Chosen.Replace("\"isConfirmed\": true", "\"isConfirmed\": false", StringComparison.Ordinal)));
        using var person = await host.Visit().OpenAsync(Page);

        person.Text(".govuk-inset-text").ShouldBe("We sent an e-mail to this address: p…@example.test");
        person.Document.QuerySelector("[name=interests]").ShouldBeNull("nothing is chosen for an address that may be a stranger's");
        person.Document.QuerySelector($"form[action='{Page}/address'] button")!.TextContent.ShouldBe("Use this address");
    }

    [Fact]
    public async Task An_address_whose_mail_comes_back_is_said_and_another_is_asked_for()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MyEmails", ReplyOf(Chosen.Replace("\"isRefused\": false", "\"isRefused\": true", StringComparison.Ordinal)));
        using var person = await host.Visit().OpenAsync(Page);

        person.Text(".govuk-inset-text").ShouldBe("Our e-mails to this address come back: p…@example.test");
    }

    [Fact]
    public async Task All_is_stopped_with_one_button()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StopEmails", """{ "stopNotifications": { "notificationChoices": { "audience": "FAMILIES" }, "errors": null } }""");
        using var person = await host.Visit().OpenAsync($"{Page}/stop");
        host.GraphQL.Data("MyEmails", ReplyOf(Chosen.Replace("\"isStopped\": false", "\"isStopped\": true", StringComparison.Ordinal)));

        await person.PressAsync("Stop all e-mails");

        host.GraphQL.Executed.ShouldContain(one => one.Operation == "StopEmails");
        person.Text(".done").ShouldBe("You get no more e-mails from us.");
        person.Text(".govuk-inset-text").ShouldContain("Below is what you chose before.");
        person.Text("main").ShouldContain("We would then write to: p…@example.test");
        person.Text("main").ShouldNotContain("We write to:");
    }

    [Theory]
    [InlineData("[]", "[]", "You have not picked anything to hear of yet.")]
    [InlineData("[]", "[\"TRAVEL\"]", "No group is picked. So we tell you of what you picked below, whoever it is for.")]
    public async Task What_comes_of_ticking_no_group_is_said(string interests, string about, string says)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MyEmails", ReplyOf(Chosen.Replace("[\"PARENTS_AND_CARERS\"]", interests, StringComparison.Ordinal)
            .Replace("[\"TRAVEL\"]", about, StringComparison.Ordinal).Replace("[\"E07000114\"]", "[]", StringComparison.Ordinal)));
        using var person = await host.Visit().OpenAsync(Page);

        person.Text(".govuk-inset-text").ShouldStartWith(says);
    }

    [Fact]
    public async Task A_tick_is_kept_in_the_form_and_nowhere_else_where_the_address_is_refused()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MyEmails", ReplyOf("null", permissions: ""))
            .Data("GiveAddress", """{ "giveAddress": { "notificationChoices": null, "errors": [{ "message": "Enter an e-mail address", "code": "ADDRESS_INVALID", "field": "address" }] } }""");
        using var person = await host.Visit().OpenAsync(Page);

        await person.PressAsync("Write to me", ("address", "nowhere"), ("mayWrite", "yes"));

        person.Problems.ShouldBe(["Enter an e-mail address"]);
        person.Document.QuerySelector("#mayWrite")!.HasAttribute("checked").ShouldBeTrue();
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "GivePermission");
    }

    [Fact]
    public async Task What_somebody_looked_for_is_ticked_beside_what_they_chose_before()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{Page}?for=organisations&about=health&district=E07000108");

        person.Text(".govuk-inset-text").ShouldBe("We ticked what you looked for. Save it to hear of it.");
        person.Document.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("value")).ShouldBe(
            ["PARENTS_AND_CARERS", "ORGANISATIONS", "HEALTH", "TRAVEL", "E07000108", "E07000114", "EntryPublished", "yes"], ignoreOrder: true);
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "ChooseEmails");
    }

    [Fact]
    public async Task What_somebody_looked_for_is_kept_while_they_give_an_address()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MyEmails", ReplyOf("null"))
            .Data("GiveAddress", """{ "giveAddress": { "notificationChoices": { "isConfirmed": true }, "errors": null } }""");
        using var person = await host.Visit().OpenAsync($"{Page}?about=travel&district=E07000108");

        await person.PressAsync("Write to me");

        person.Address.ShouldBe($"{Page}?about=travel&district=E07000108");
    }

    [Fact]
    public async Task Under_13_a_parent_allows_it_first_where_permissions_are()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MyEmails", ReplyOf("null", permissions: "").Replace("OVER25", "UNDER13", StringComparison.Ordinal));
        using var person = await host.Visit().OpenAsync(Voice);

        person.Document.QuerySelector("#address").ShouldBeNull();
        person.Document.QuerySelector("main a.govuk-button")!.GetAttribute("href").ShouldBe("/me/permissions");
    }

    [Fact]
    public async Task Young_people_choose_in_few_words()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MyEmails", ReplyOf(Chosen.Replace("FAMILIES", "YOUNG_PEOPLE", StringComparison.Ordinal)));
        using var person = await host.Visit().OpenAsync(Voice);

        person.Texts("label").ShouldContain("Getting to school");
        person.Texts("label").ShouldNotContain("Travel to school and college");
        person.Document.QuerySelectorAll("[name=interests]").Select(box => box.GetAttribute("value")).ShouldBe(["YOUNG_PEOPLE"]);
        person.Document.QuerySelector($"form[action='{Voice}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Choose districts of the county", "districts", "Wybierz okręgi hrabstwa")]
    [InlineData("There were too many tries. Try again in 12 minutes", "address", "Było zbyt wiele prób. Spróbuj ponownie za 12 min")]
    [InlineData("Nobody has said this in 12 languages", "address", "Nobody has said this in 12 languages")]
    public async Task What_is_refused_is_said_in_the_language_of_the_page(string message, string field, string says)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ChooseEmails", $$"""
            { "chooseNotifications": { "notificationChoices": null, "errors": [{ "message": "{{message}}", "code": "REFUSED", "field": "{{field}}" }] } }
            """);
        using var person = await host.Visit().OpenAsync(Page);
        await person.OpenAsync(person.Document.QuerySelector("a[hreflang=pl]")!.GetAttribute("href")!);

        await person.PressAsync("Zapisz");

        person.Problems.ShouldBe([says]);
    }

    [Fact]
    public async Task A_work_account_has_nothing_to_choose_here()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MyEmails", """{ "me": { "signedIn": true, "role": "moderator", "emailAddress": null, "participant": null }, "notificationChoices": null }""");
        using var person = await host.Visit().OpenAsync(Page);

        person.Text("main").ShouldContain("This is a work account.");
        person.Document.QuerySelector("main form").ShouldBeNull();
    }

    private static string ReplyOf(string choices, string permissions = "\"CONTACT\"") => $$"""
        { "me": { "signedIn": true, "role": "parent-or-carer", "emailAddress": "parent@example.test", "participant": { "ageBand": "OVER25", "permissions": [{{permissions}}] } },
          "notificationChoices": {{choices}} }
        """;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL);
        host.GraphQL
            .Data("ChooseEmails", """{ "chooseNotifications": { "notificationChoices": { "isStopped": false }, "errors": null } }""")
            .Data("GivePermission", """{ "givePermission": { "participant": { "version": 2 }, "errors": null } }""");
        return host;
    }
}
