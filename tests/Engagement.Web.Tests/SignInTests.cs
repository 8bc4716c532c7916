using System.Net;
using Engagement.Web.SignIn;

namespace Engagement.Web.Tests;

public sealed class SignInTests
{
    [Fact]
    public async Task The_page_offers_the_ways_there_are()
    {
        await using var host = await PagesHost.StartAsync("Production");
        host.SignIn.Ways = new SignInWays(Staff: true, Email: true);

        using var person = await host.Visit().OpenAsync("/sign-in?return=%2Fstaff");

        person.Texts("h2").ShouldContain("Families and young people");
        person.Document.QuerySelector("a.govuk-button")!.GetAttribute("href").ShouldBe("/sign-in/staff?return=%2Fstaff");
        person.Html.ShouldNotContain("Choose a role");
    }

    [Theory]
    [InlineData("parent-or-carer", "/pact")]
    [InlineData("pact-member", "/pact")]
    [InlineData("young-person", "/your-voice")]
    [InlineData("organisation-respondent", "/me")]
    [InlineData("pact-representative", "/staff")]
    [InlineData("commissioner", "/staff")]
    public void Each_role_begins_where_its_things_are(string role, string address) => Roles.Home(role).ShouldBe(address);

    [Fact]
    public async Task Asking_by_email_leads_to_the_code()
    {
        await using var host = await EmailAsync();
        using var person = await host.Visit().OpenAsync("/sign-in");

        await person.PressAsync("Send me an e-mail", ("email", "someone@families.example.test"), ("device", "own"));

        host.SignIn.Steps.ShouldBe(["ask someone@families.example.test own device"]);
        person.Address.ShouldBe("/sign-in/code");
        person.Heading.ShouldBe("Check your e-mail");
    }

    [Fact]
    public async Task What_is_no_address_stays_in_the_field_with_what_to_do()
    {
        await using var host = await EmailAsync();
        host.SignIn.Answer = new SignInAnswer(SignInOutcome.AddressInvalid);
        using var person = await host.Visit().OpenAsync("/sign-in");

        await person.PressAsync("Send me an e-mail", ("email", "someone"));

        person.Problems.ShouldBe(["Enter an e-mail address, like name@example.com"]);
        person.Document.QuerySelector("#email")!.GetAttribute("value").ShouldBe("someone");
    }

    [Fact]
    public async Task Too_many_tries_say_when_to_try_again()
    {
        await using var host = await EmailAsync();
        host.SignIn.Answer = new SignInAnswer(SignInOutcome.TooMany, RetryAfter: TimeSpan.FromSeconds(601));
        using var person = await host.Visit().OpenAsync("/sign-in");

        await person.PressAsync("Send me an e-mail", ("email", "someone@families.example.test"));

        person.Response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        person.Response.Headers.RetryAfter!.ToString().ShouldBe("601");
        person.Problems.ShouldBe(["There were too many tries. Try again in 11 minutes"]);
    }

    [Theory]
    [InlineData(SignInOutcome.CodeWrong, "Check your e-mail")]
    [InlineData(SignInOutcome.Over, "This link or code has ended")]
    [InlineData(SignInOutcome.AgeNeeded, "How old are you?")]
    [InlineData(SignInOutcome.OtherBrowser, "Enter the code instead")]
    public async Task Each_outcome_of_a_code_has_its_page(SignInOutcome outcome, string heading)
    {
        await using var host = await EmailAsync();
        host.SignIn.Answer = new SignInAnswer(outcome);
        using var person = await host.Visit().OpenAsync("/sign-in/code");

        await person.PressAsync("Sign in", ("code", "7f3k 92qx"));

        host.SignIn.Steps.ShouldBe(["code 7f3k 92qx"]);
        person.Heading.ShouldBe(heading);
    }

    [Fact]
    public async Task An_age_has_to_be_one_of_those_offered()
    {
        await using var host = await EmailAsync();
        using var person = await host.Visit().OpenAsync("/sign-in/age");

        await person.PressAsync("Continue", ("age", "37"));

        person.Problems.ShouldBe(["Choose how old you are"]);
        host.SignIn.Steps.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended()
    {
        await using var host = await EmailAsync();
        var moment = new DateTimeOffset(2026, 3, 5, 16, 5, 0, TimeSpan.Zero);
        host.SignIn.Sessions.Add(new OwnSession("here", "Firefox on Linux", moment, moment, IsThis: true));
        host.SignIn.Sessions.Add(new OwnSession("there", "Safari on an iPhone", moment, moment, IsThis: false));
        using var person = await host.Visit().OpenAsync("/sign-in/sessions");

        person.Texts("h2").ShouldContain("Firefox on Linux (this one)");
        person.Text("main").ShouldContain("Last used on 5 March 2026 at 4:05pm.");
        await person.PressAsync("End this: Safari on an iPhone");
        await person.PressAsync("Sign out everywhere");

        host.SignIn.Ended.ShouldBe(["there", "all"]);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_has_no_sessions_to_see()
    {
        await using var host = await EmailAsync();

        using var person = await host.Visit().OpenAsync("/sign-in/sessions");

        person.Address.ShouldBe("/sign-in?return=%2Fsign-in%2Fsessions");
    }

    private static async Task<PagesHost> EmailAsync()
    {
        var host = await PagesHost.StartAsync();
        host.SignIn.Ways = new SignInWays(Email: true);
        host.GraphQL.Data("Home", Replies.Home());
        return host;
    }
}
