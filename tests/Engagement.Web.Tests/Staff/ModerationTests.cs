using System.Net;
using static Engagement.Web.Tests.Staff.ModerationReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class ModerationTests
{
    private const string Queue = "/staff/moderation";
    private static readonly string Answer = $"{Queue}/{One}/answer?forum={Forum}&next={Two}";

    [Fact]
    public async Task Only_who_moderates_sees_what_waits()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("QueueForums", """{ "me": null, "forums": { "nodes": [] } }""");
        using var person = await host.Visit().OpenAsync(Queue);
        person.Address.ShouldStartWith("/sign-in?return=");

        host.GraphQL.Data("QueueForums", QueueForums(role: "analyst", permission: "views.read"));
        await person.OpenAsync(Queue);
        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_may_moderate_no_forum_is_told_who_names_moderators()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("QueueForums", QueueForums(moderates: false));
        using var person = await host.Visit().OpenAsync(Queue);

        person.Text(".nothing").ShouldStartWith("There is no forum that you may moderate.");
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "ModerationQueue");
    }

    [Fact]
    public async Task The_queue_shows_what_waits_and_for_how_long_and_the_chosen_one_beside_it()
    {
        await using var host = await StartAsync();
        host.GraphQL
            .Data("ModerationQueue", ModerationReplies.Queue(Row("lead", "null", flagged: true, withLead: true), Row(), Row(Two, since: $"{DateTimeOffset.UtcNow.AddHours(-3):O}")))
            .Data("ModeratedCase", Case(heldFor: "\"CONTACT_DETAILS\"", state: "HELD", marks: """{ "kind": "PHONE", "start": 11, "length": 13 }"""));
        using var person = await host.Visit().OpenAsync(Queue);

        person.Texts(".rows__title a").ShouldBe(["With the safeguarding lead", "The bus comes too early.", "The bus comes too early."]);
        person.Texts(".rows__tag .govuk-tag").ShouldBe(["Over two days", "Needs two people", "Over two days"]);
        person.Texts(".rows__note").ShouldContain("Green Canopy. It has waited 3 hours.");
        host.GraphQL.Executed.Last(one => one.Operation == "ModeratedCase").Variables.GetProperty("id").GetString()
            .ShouldBe(One, "nothing can be done with what the safeguarding lead has");
        person.Text(".words mark").ShouldBe("01622 555 019");
        person.Text("main").ShouldContain("It seems to say who or where somebody is.");
        person.Text("main").ShouldContain("Marked in it by the platform: a phone number.");
    }

    [Theory]
    [InlineData("two-people", "isFlagged", "true")]
    [InlineData("contact-details", "heldFor", "CONTACT_DETAILS")]
    [InlineData("shown", "state", "RELEASED")]
    [InlineData("looked-at", "isClaimed", "true")]
    public async Task A_part_of_the_queue_has_an_address(string kind, string variable, string value)
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{Queue}?kind={kind}");

        var asked = host.GraphQL.Executed.Single(one => one.Operation == "ModerationQueue").Variables;
        asked.GetProperty(variable).ToString().ShouldBe(value, StringCompareShould.IgnoreCase);
        asked.GetProperty("isAppeal").GetBoolean().ShouldBeFalse("appeals have a page of their own");
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "/appeals")]
    public async Task What_waits_has_an_address_that_leads_to_its_forum(bool appeal, string list)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ModeratedCase", Case(Two, appeal: appeal));
        using var person = await host.Visit().OpenAsync($"{Queue}/{Two}");

        person.Address.ShouldBe($"{Queue}{list}?forum={Forum}&item={Two}");

        host.GraphQL.Data("ModeratedCase", """{ "me": { "role": "moderator", "permissions": ["contributions.moderate"] }, "moderatedContribution": null }""");
        await person.OpenAsync($"{Queue}/{Two}");
        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_key_is_a_button_or_a_link_too()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ModeratedCase", Case(Two));
        using var person = await host.Visit().OpenAsync($"{Queue}?item={Two}");

        person.Document.QuerySelectorAll("[data-key]").Select(one => (one.GetAttribute("data-key"), one.LocalName)).ShouldBe(
            [("a", "button"), ("r", "a"), ("e", "a"), ("l", "button"), ("k", "a")], ignoreOrder: true, "it is the last one, so none is next");
    }

    [Fact]
    public async Task What_can_be_shown_is_shown_with_one_press_and_the_next_one_is_there()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ReleaseContribution", Done("releaseContribution"));
        using var person = await host.Visit().OpenAsync($"{Queue}?item={One}");

        await person.PressAsync("Show it A");

        var sent = host.GraphQL.LastInput("ReleaseContribution");
        (sent.GetProperty("contributionId").GetString(), sent.GetProperty("expectedVersion").GetInt32()).ShouldBe((One, 3));
        sent.GetProperty("idempotencyKey").GetString().ShouldNotBeNullOrEmpty();
        person.Text(".done").ShouldStartWith("Shown. Everybody can read it now.");
        person.Address.ShouldContain($"item={Two}");
        person.Document.QuerySelector(".done a")!.GetAttribute("href").ShouldStartWith($"{Queue}/{One}/undo");
    }

    [Fact]
    public async Task Contact_details_are_shown_only_with_a_reason_and_what_was_written_stays()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ModeratedCase", Case(state: "HELD", heldFor: "\"CONTACT_DETAILS\""))
            .Data("ReleaseContribution", Refused("releaseContribution", "STALE_VERSION", "Somebody has changed this since you read it"));
        using var person = await host.Visit().OpenAsync($"{Queue}?item={One}");

        await person.PressAsync("Show it A", ("reason", "It is the number of the office"));

        person.Problems.ShouldBe(["Somebody has changed this since you read it"]);
        person.Document.QuerySelector("#reason")!.GetAttribute("value").ShouldBe("It is the number of the office");
    }

    [Fact]
    public async Task The_first_of_two_is_told_so_and_the_second_too()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ModeratedCase", Case(flagged: true)).Data("ReleaseContribution", Done("releaseContribution"));
        using var person = await host.Visit().OpenAsync($"{Queue}?item={One}");
        person.Text(".govuk-inset-text").ShouldStartWith("You are the first of two.");
        await person.PressAsync("I agree to show it A");
        person.Text(".done").ShouldStartWith("You have agreed to show it. It is shown when another moderator agrees as well.");

        host.GraphQL.Data("ModeratedCase", Case(flagged: true, half: true, history: Step("RELEASE_APPROVED", you: true)));
        await person.OpenAsync($"{Queue}?item={One}");
        person.Text(".govuk-inset-text").ShouldStartWith("You have agreed to show this.");
        person.Texts("main button").ShouldNotContain("Show it A", "one person is not two");

        host.GraphQL.Data("ModeratedCase", Case(flagged: true, half: true, history: Step("RELEASE_APPROVED", you: false)));
        await person.OpenAsync($"{Queue}?item={One}");
        person.Text(".govuk-inset-text").ShouldStartWith("You are the second of two.");
        person.Texts("main button").ShouldContain("Show it A");
    }

    [Fact]
    public async Task One_person_says_that_what_a_reader_reported_can_stay()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ModeratedCase", Case(state: "RELEASED", flagged: true, history: Step("REPORTED", "\"Abusive\"", role: "public")))
            .Data("ReleaseContribution", Done("releaseContribution"));
        using var person = await host.Visit().OpenAsync($"{Queue}?item={One}");
        person.Text("main").ShouldContain("A reader reported it: “It insults or attacks somebody.” It is shown until you decide.");
        person.Document.QuerySelector(".govuk-inset-text").ShouldBeNull();

        await person.PressAsync("It can stay A");

        person.Text(".done").ShouldBe("It stays shown.");
    }

    [Fact]
    public async Task What_somebody_looks_at_is_left_to_them()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ModeratedCase", Case(claimedBy: """{ "isYou": false }"""));
        using var person = await host.Visit().OpenAsync($"{Queue}?item={One}");

        person.Text(".govuk-inset-text").ShouldStartWith("Another moderator is looking at this until 23 November 2026 at 10:15am.");
        person.Document.QuerySelectorAll("[data-key=a], [data-key=r], [data-key=e], [data-key=l]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_looks_at_one_says_so()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ClaimContribution", Done("claimContribution"));
        using var person = await host.Visit().OpenAsync($"{Queue}?item={One}");

        await person.PressAsync("I am looking at it L");

        person.Text(".done").ShouldStartWith("You are looking at it");
        person.Address.ShouldContain($"item={One}");
    }

    [Fact]
    public async Task An_author_is_told_that_their_own_post_is_for_somebody_else()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ReleaseContribution", Refused("releaseContribution", "OWN_CONTRIBUTION", "You cannot moderate your own post. Another moderator will look at it"));
        using var person = await host.Visit().OpenAsync($"{Queue}?item={One}");

        await person.PressAsync("Show it A");

        person.Problems.ShouldBe(["You cannot moderate your own post. Another moderator will look at it"]);
    }

    [Fact]
    public async Task What_is_with_the_safeguarding_lead_has_no_words_and_nothing_to_decide()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ModeratedCase", Case(text: "null", withLead: true, flagged: true));
        using var person = await host.Visit().OpenAsync($"{Queue}?item={One}");

        person.Text(".words").ShouldContain("Only the safeguarding lead sees the words now.");
        person.Document.QuerySelectorAll("[data-key=a], [data-key=r], [data-key=e], [data-key=l]").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_author_will_read_is_seen_before_it_is_sent()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ReturnContribution", Done("returnContribution"));
        using var person = await host.Visit().OpenAsync(Answer);

        await person.PressAsync("See what the author will read");
        person.Problems.ShouldBe(["Choose one"]);
        await person.PressAsync("See what the author will read", ("decision", "RETURN.NAMED_CHILD"), ("words", "Please write my son."));
        person.Heading.ShouldBe("Check what the author will read");
        person.Texts(".callout p").ShouldBe(["Others do not see it yet. A person asks you to change something first.", "It names a child.", "Please write my son."]);
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "ReturnContribution");

        await person.PressAsync("Change the words C");
        person.Text("#words").ShouldBe("Please write my son.");
        await person.PressAsync("See what the author will read");
        await person.PressAsync("Send it S");

        var sent = host.GraphQL.LastInput("ReturnContribution");
        (Of("contributionId"), Of("why"), Of("whatToChange")).ShouldBe((One, "NAMED_CHILD", "Please write my son."));
        person.Text(".done").ShouldStartWith("Sent back. Its author reads what to change.");
        person.Address.ShouldContain($"item={Two}");

        string? Of(string name) => sent.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Who_writes_nothing_takes_our_words_where_there_are_some()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(Answer);

        await person.PressAsync("See what the author will read", ("decision", "RETURN.OTHER"));
        person.Problems.ShouldBe(["Enter what the author should read"]);
        await person.PressAsync("See what the author will read", ("decision", "REFUSE.SPAM"));

        person.Texts(".callout p")[^1].ShouldBe("This was sent several times, or says nothing that others could answer.");
    }

    [Fact]
    public async Task A_refusal_that_is_refused_keeps_the_words_and_takes_the_new_version()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RefuseContribution", Refused("refuseContribution", "STALE_VERSION", "Somebody has changed this since you read it"));
        using var person = await host.Visit().OpenAsync(Answer);
        await person.PressAsync("See what the author will read", ("decision", "REFUSE.ABUSIVE"), ("words", "It insults somebody."));
        host.GraphQL.Data("ModeratedCase", Case(version: 9));

        await person.PressAsync("Send it S");
        person.Problems.ShouldBe(["Somebody has changed this since you read it"]);
        person.Text("#words").ShouldBe("It insults somebody.");
        host.GraphQL.Data("RefuseContribution", Done("refuseContribution"));
        await person.PressAsync("See what the author will read");
        await person.PressAsync("Send it S");

        host.GraphQL.LastInput("RefuseContribution").GetProperty("expectedVersion").GetInt32().ShouldBe(9);
        person.Text(".done").ShouldStartWith("Refused.");
    }

    [Fact]
    public async Task A_possible_disclosure_goes_to_the_safeguarding_lead_with_a_note_for_nobody_else()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("HoldContribution", Done("holdContribution"));
        using var person = await host.Visit().OpenAsync($"{Queue}/{One}/hold?forum={Forum}");

        await person.PressAsync("See what the author will read", ("decision", "HOLD.POSSIBLE_DISCLOSURE"), ("safeguardingNote", "The same author as last week"));
        person.Text(".callout").ShouldNotContain("last week");
        await person.PressAsync("Send it S");

        var sent = host.GraphQL.LastInput("HoldContribution");
        sent.GetProperty("why").GetString().ShouldBe("POSSIBLE_DISCLOSURE");
        sent.GetProperty("safeguardingNote").GetString().ShouldBe("The same author as last week");
        person.Text(".done").ShouldStartWith("Kept back, and the safeguarding lead has it.");
    }

    [Fact]
    public async Task A_decision_is_undone_with_words_for_its_author()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ModeratedCase", Case(state: "RETURNED", queuedSince: "null")).Data("ReverseModeration", Done("reverseModeration"));
        using var person = await host.Visit().OpenAsync($"{Queue}/{One}/undo?forum={Forum}");

        await person.PressAsync("See what the author will read", ("words", "We looked at the wrong post."));
        await person.PressAsync("Send it S");

        host.GraphQL.LastInput("ReverseModeration").GetProperty("reason").GetString().ShouldBe("We looked at the wrong post.");
        person.Text(".done").ShouldStartWith("The decision is undone.");
        person.Address.ShouldContain($"item={One}");
    }

    [Fact]
    public async Task An_appeal_is_decided_by_another_than_who_refused()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ModeratedCase", Case(state: "REFUSED", appeal: true, history: Step("REFUSED", "\"Abusive\"", "\"It insults.\"", you: true))).Data("DecideAppeal", Done("decideAppeal"));
        using var person = await host.Visit().OpenAsync($"{Queue}/appeals");
        person.Text(".govuk-inset-text").ShouldStartWith("You refused this, so another moderator decides the appeal.");
        person.Document.QuerySelector("[data-key=r]").ShouldBeNull();

        host.GraphQL.Data("ModeratedCase", Case(state: "REFUSED", appeal: true, history: Step("REFUSED", "\"Abusive\"", "\"It insults.\"", you: false)));
        await person.OpenAsync($"{Queue}/appeals");
        host.GraphQL.Executed.Last(one => one.Operation == "ModerationQueue").Variables.GetProperty("isAppeal").GetBoolean().ShouldBeTrue();
        await person.OpenAsync(person.Document.QuerySelector("[data-key=r]")!.GetAttribute("href")!);
        await person.PressAsync("See what the author will read", ("decision", "APPEAL.OVERTURNED"));
        person.Texts(".callout p")[0].ShouldBe("Somebody else looked again, and the refusal no longer stands.");
        await person.PressAsync("Send it S");

        host.GraphQL.LastInput("DecideAppeal").GetProperty("outcome").GetString().ShouldBe("OVERTURNED");
        person.Text(".done").ShouldStartWith("The appeal is decided: the refusal does not stand.");
        person.Address.ShouldStartWith($"{Queue}/appeals");
    }

    [Fact]
    public async Task The_ledger_is_searched_and_shows_the_figures_of_the_last_month()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{Queue}/ledger?kind=REFUSED&words=insult&from=2026-11-01&until=rubbish");

        person.Texts(".figures dd").Take(4).ShouldBe(["120", "15", "20", "under 10"]);
        person.Text(".rows__title").ShouldBe("Refused: It insults or attacks somebody");
        person.Text(".rows__item .indented").ShouldBe("It insults somebody.");
        person.Text(".rows__note").ShouldStartWith("Moderator, 2 November 2026 at 10:00am.");
        var asked = host.GraphQL.Executed.Single(one => one.Operation == "ModerationLedger").Variables;
        (asked.GetProperty("kind").GetString(), asked.GetProperty("words").GetString(), asked.GetProperty("from").GetString(), asked.GetProperty("until").GetString())
            .ShouldBe(("REFUSED", "insult", "2026-11-01", null));
        person.Document.QuerySelector(".older a")!.GetAttribute("href").ShouldBe($"{Queue}/ledger?forum={Forum}&kind=REFUSED&words=insult&from=2026-11-01&after=next");
    }

    [Fact]
    public async Task What_is_not_there_is_no_page()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ModeratedCase", """{ "me": { "role": "moderator", "permissions": ["contributions.moderate"] }, "moderatedContribution": null }""");
        using var person = await host.Visit().OpenAsync($"{Queue}?item=rubbish");
        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await person.OpenAsync($"{Queue}?forum=youth-1a2b3c");
        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound, "that forum is moderated by others");
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL);
        return host;
    }
}
