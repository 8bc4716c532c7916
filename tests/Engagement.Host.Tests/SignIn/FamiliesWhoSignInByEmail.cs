using System.Net;
using System.Text.RegularExpressions;
using Tests.Shared;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.SignIn;

/// <summary>A link by e-mail signs in the person who asked for it: once, soon, in their own browser or by the code.</summary>
public sealed partial class FamiliesWhoSignInByEmail(PlatformsOfAClass platforms) : SignInSpec(platforms)
{
    private const string Address = "someone@families.example.test";
    private const string Cookie = "engagement-session";
    private const string AskedCookie = "engagement-sign-in";

    private readonly SmtpSink _post = new();

    protected override (string Name, string Value)[] Settings => [("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{_post.Port}"), ("Smtp:StartTls", "false")];

    // What is in the log and on its way by post is looked at whole.
    public override Task InitializeAsync() => BeginAnewAsync();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _post.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_new_follows_the_link_says_how_old_they_are_and_is_in()
    {
        using var browser = await AskAsync();
        browser.Heading.ShouldBe("Check your e-mail");
        var letter = await LetterAsync();
        letter.To.ShouldBe(Address);

        await browser.OpenAsync(letter.Link);
        browser.Heading.ShouldBe("How old are you?");
        (await MeAsync(browser))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        await browser.SubmitAsync("/sign-in/age", ("age", "Over25"));

        (await MeAsync(browser))["role"]!.GetValue<string>().ShouldBe("parent-or-carer");
        (await ScalarAsync<Guid>("select actor_id from engagement.sessions")).ShouldBe(await ScalarAsync<Guid>("select stream_id from mt_events where type = 'participant_joined'"));
        await browser.OpenAsync("/staff");
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Somebody_known_is_in_at_once_and_is_the_same_person()
    {
        using var first = await SignInAsync("From13To15");
        (await MeAsync(first))["role"]!.GetValue<string>().ShouldBe("young-person");

        using var again = await AskAsync("SomeOne@Families.example.test ");
        await again.OpenAsync((await LetterAsync()).Link);

        (await MeAsync(again))["role"]!.GetValue<string>().ShouldBe("young-person");
        (await ScalarAsync<long>("select count(distinct actor_id) from engagement.sessions")).ShouldBe(1);
        (await ScalarAsync<long>("select count(*) from mt_events where type = 'participant_joined'")).ShouldBe(1);
    }

    [Fact]
    public async Task In_another_browser_the_link_says_to_enter_the_code_where_it_was_asked_for()
    {
        using var first = await SignInAsync();
        using var asked = await AskAsync();
        using var other = Platform.Browser();
        var letter = await LetterAsync();

        await other.OpenAsync(letter.Link);
        other.Heading.ShouldBe("Enter the code instead");
        (await MeAsync(other))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        await asked.SubmitAsync("/sign-in/code", ("code", letter.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));

        (await MeAsync(asked))["signedIn"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_code_is_worth_nothing_in_a_browser_that_did_not_ask()
    {
        using var first = await SignInAsync();
        using var asked = await AskAsync();
        var letter = await LetterAsync();
        using var thief = await Platform.Browser().OpenAsync("/sign-in/code");

        await thief.SubmitAsync("/sign-in/code", ("code", letter.Code));

        thief.Status.ShouldBe(HttpStatusCode.Gone);
        (await MeAsync(thief))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_works_once_also_for_somebody_new_and_its_code_not_after_it()
    {
        using var browser = await AskAsync();
        var letter = await LetterAsync();
        var asked = browser.Cookie(AskedCookie)!;
        await browser.OpenAsync(letter.Link);
        browser.Heading.ShouldBe("How old are you?");

        await browser.OpenAsync(letter.Link);
        browser.Status.ShouldBe(HttpStatusCode.Gone);
        await browser.OpenAsync("/sign-in/age");
        await browser.SubmitAsync("/sign-in/age", ("age", "Over25"));
        using var thief = Platform.Browser();
        thief.Plant(AskedCookie, asked);
        await thief.OpenAsync(letter.Link);
        thief.Status.ShouldBe(HttpStatusCode.Gone);
        await thief.OpenAsync("/sign-in/code");
        await thief.SubmitAsync("/sign-in/code", ("code", letter.Code));

        thief.Status.ShouldBe(HttpStatusCode.Gone);
        (await MeAsync(thief))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_works_after_a_quarter_of_an_hour()
    {
        using var browser = await AskAsync();
        var letter = await LetterAsync();
        Later(TimeSpan.FromMinutes(16));

        await browser.SubmitAsync("/sign-in/code", ("code", letter.Code));
        browser.Status.ShouldBe(HttpStatusCode.Gone);
        await browser.OpenAsync(letter.Link);

        browser.Heading.ShouldBe("This link or code has ended");
    }

    [Fact]
    public async Task Five_wrong_codes_end_the_message()
    {
        using var browser = await AskAsync();
        var letter = await LetterAsync();

        for (var guess = 1; guess <= 5; guess++)
        {
            await browser.OpenAsync("/sign-in/code");
            await browser.SubmitAsync("/sign-in/code", ("code", $"0000-000{guess}"));
            browser.Status.ShouldBe(guess < 5 ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Gone);
        }

        await browser.OpenAsync("/sign-in/code");
        await browser.SubmitAsync("/sign-in/code", ("code", letter.Code));
        browser.Status.ShouldBe(HttpStatusCode.Gone);
        await browser.OpenAsync(letter.Link);
        browser.Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_an_address_is_known()
    {
        using var known = await SignInAsync();
        using var first = await AskAsync();
        using var second = await AskAsync("nobody@families.example.test");

        (first.Status, first.Address, WithoutTokens(first.Page)).ShouldBe((second.Status, second.Address, WithoutTokens(second.Page)));
    }

    [Fact]
    public async Task An_address_gets_five_messages_in_a_quarter_of_an_hour()
    {
        using var browser = Platform.Browser();
        for (var i = 0; i < 5; i++)
            await AskAsync(browser, Address);
        browser.Heading.ShouldBe("Check your e-mail");

        await AskAsync(browser, "Someone@families.example.test");

        browser.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        browser.Page.ShouldContain("There were too many tries. Try again in 15 minutes");
        await AskAsync(browser, "another@families.example.test");
        browser.Heading.ShouldBe("Check your e-mail");
        Later(TimeSpan.FromMinutes(15));
        await AskAsync(browser, Address);
        browser.Heading.ShouldBe("Check your e-mail");
    }

    [Fact]
    public async Task A_network_gets_thirty_messages_in_a_quarter_of_an_hour()
    {
        using var browser = Platform.Browser();
        for (var i = 0; i < 30; i++)
            await AskAsync(browser, $"person{i}@families.example.test");
        browser.Heading.ShouldBe("Check your e-mail");

        await AskAsync(browser, "one.more@families.example.test");

        browser.Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_loses_nothing_and_what_waits_holds_neither_address_nor_secret()
    {
        _post.Refuses = true;
        using var browser = await AskAsync();
        await Eventually.TrueAsync(() => Task.FromResult(_post.Refused > 0));
        await Eventually.TrueAsync(async () => await ScalarAsync<long>("select count(*) from messaging.envelopes where queue = 'mail' and attempts > 0") > 0);
        var waiting = await ScalarAsync<string>("select string_agg(e::text, '') from messaging.envelopes e where queue = 'mail'")
            + await ScalarAsync<string>("select string_agg(l::text, '') from engagement.sign_in_links l");

        _post.Refuses = false;
        Later(TimeSpan.FromSeconds(10));
        var letter = await LetterAsync();

        waiting.ShouldNotContain("families.example.test");
        waiting.ShouldNotContain(letter.Code);
        waiting.ShouldNotContain(letter.Code.Replace("-", "", StringComparison.Ordinal));
        waiting.ShouldNotContain(letter.Link.Split('.')[^1]);
        waiting.ShouldNotContain(browser.Cookie(AskedCookie)!);
    }

    [Fact]
    public async Task An_address_is_kept_sealed_and_gone_with_the_persons_key()
    {
        using var browser = await SignInAsync();
        var kept = await ScalarAsync<string>(
            """
            select (select string_agg(a::text, '') from engagement.email_addresses a) || (select string_agg(s::text, '') from engagement.sessions s)
                || (select string_agg(e::text, '') from mt_events e)
            """);
        kept.ShouldNotContain("someone");
        await ExecuteAsync("delete from engagement.subject_keys where subject_id = (select participant_id from engagement.email_addresses)");

        using var again = await AskAsync();
        await again.OpenAsync((await LetterAsync()).Link);

        again.Heading.ShouldBe("How old are you?");
    }

    [Fact]
    public async Task On_a_device_of_ones_own_one_stays_signed_in_for_thirty_days()
    {
        using var shared = await SignInAsync();
        shared.SetCookies.ShouldContain(cookie => cookie.StartsWith(Cookie, StringComparison.Ordinal) && !cookie.Contains("expires", StringComparison.Ordinal));
        using var own = Platform.Browser();
        await own.OpenAsync("/sign-in");
        await own.SubmitAsync("/sign-in/email", ("email", Address), ("device", "own"));
        await own.OpenAsync((await LetterAsync()).Link);
        own.SetCookies.ShouldContain(cookie => cookie.StartsWith(Cookie, StringComparison.Ordinal) && cookie.Contains("expires", StringComparison.Ordinal));

        Later(TimeSpan.FromDays(29));

        (await MeAsync(own))["signedIn"]!.GetValue<bool>().ShouldBeTrue();
        (await MeAsync(shared))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        Later(TimeSpan.FromDays(2));
        (await MeAsync(own))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task It_leads_back_to_a_page_of_this_site_and_to_no_other()
    {
        using var known = await SignInAsync();
        foreach (var (returnTo, expected) in new[] { ("/you-said-we-did", "/you-said-we-did"), ("//elsewhere.example.test", "/"), ("https://elsewhere.example.test", "/") })
        {
            using var browser = await Platform.Browser().OpenAsync("/sign-in");
            await browser.SubmitAsync("/sign-in/email", ("email", Address), ("_return", returnTo));
            await browser.OpenAsync((await LetterAsync()).Link);
            browser.Address.ShouldBe(new Uri(Platform.Address, expected));
        }
    }

    [Fact]
    public async Task What_is_no_address_and_what_comes_without_the_forms_token_sends_nothing()
    {
        using var browser = Platform.Browser();
        foreach (var wrong in new[] { "", "someone", "someone@", "someone@localhost", "a b@families.example.test", "x <someone@families.example.test>", "a@b.test\nBcc: c@d.test", "a@b.test,c@d.test" })
        {
            await AskAsync(browser, wrong);
            browser.Page.ShouldContain("Enter an e-mail address", customMessage: wrong);
        }

        await browser.PostAsync("/sign-in/email", ("email", Address));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ScalarAsync<long>("select count(*) from engagement.sign_in_links")).ShouldBe(0);
        _post.Mails.ShouldBeEmpty();
    }

    private async Task<Browser> AskAsync(string address = Address) => await AskAsync(Platform.Browser(), address);

    private static async Task<Browser> AskAsync(Browser browser, string address)
    {
        await browser.OpenAsync("/sign-in");
        return await browser.SubmitAsync("/sign-in/email", ("email", address), ("device", "shared"));
    }

    /// <summary>Somebody new, signed in.</summary>
    private async Task<Browser> SignInAsync(string age = "Over25")
    {
        var browser = await AskAsync();
        await browser.OpenAsync((await LetterAsync()).Link);
        return await browser.SubmitAsync("/sign-in/age", ("age", age));
    }

    private async Task<(string To, string Link, string Code)> LetterAsync()
    {
        var mail = await _post.NextAsync();
        return (mail.To, LinkPattern().Match(mail.Text).Value, mail.Subject.Split(' ')[^1]);
    }

    private static string WithoutTokens(string page) => TokenPattern().Replace(page, "");

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("name=\"__token\" value=\"[^\"]+\"")]
    private static partial Regex TokenPattern();
}
