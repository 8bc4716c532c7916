using System.Net;
using System.Text.Json.Nodes;
using Engagement.Common;
using Engagement.Host.Tests.SignIn;
using Tests.Shared;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>People who gave an address are written to by the mail server that is configured, and have no more of it with one click.</summary>
public sealed class MessagesByPost(PlatformsOfAClass platforms) : SignInSpec(platforms)
{
    private const string Address = "someone@families.example.test";
    private const string ReadChoices = "query($token: String!) { notificationChoices(token: $token) { kinds frequency leavesTheNight isStopped } }";

    private readonly SmtpSink _post = new();

    protected override (string Name, string Value)[] Settings =>
    [
        ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{_post.Port}"), ("Smtp:StartTls", "false"),
        ("Notifications:Gather", "00:00:00"), ("Notifications:MostPerSecond", "200"),
    ];

    public override Task InitializeAsync() => BeginAnewAsync();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _post.DisposeAsync();
    }

    [Fact]
    public async Task The_receipt_comes_as_text_and_as_a_page_in_the_language_that_was_chosen()
    {
        var receipt = await AnswerAsync("a");
        await FollowAsync(receipt, "ar");
        var mail = await _post.NextAsync();

        mail.To.ShouldBe(Address);
        mail.Text.ShouldContain("رقمكم المرجعي: " + receipt["reference"]!.GetValue<string>());
        mail.Html.ShouldNotBeNull().ShouldContain("<html lang=\"ar\" dir=\"rtl\">");
        mail.Headers["Content-Type"].ShouldStartWith("multipart/alternative");
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Headers["Message-ID"].ShouldEndWith("@example.test>");
    }

    [Fact]
    public async Task Opening_the_link_to_stop_them_changes_nothing_and_one_click_of_a_mail_program_stops_them()
    {
        await FollowAsync(await AnswerAsync("a"));
        var mail = await _post.NextAsync();
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var stop = new Uri(mail.Headers["List-Unsubscribe"].Trim('<', '>'));
        var token = stop.Segments[^2].TrimEnd('/');

        using var scanner = await Platform.Browser().OpenAsync(stop.PathAndQuery);
        scanner.Heading.ShouldBe("Stop all e-mails?");
        (await IsStoppedAsync(token)).ShouldBeFalse();

        using var mailProgram = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var click = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var answer = await mailProgram.PostAsync(new Uri(Platform.Address, stop.PathAndQuery), click);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await IsStoppedAsync(token)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_published_answer_reaches_whoever_asked_in_the_daytime()
    {
        var officer = new Officer(Platform);
        var opened = await officer.OpenConsultationAsync(Clock.LondonToday());
        var receipt = await Submissions.SendAsync(Platform.GraphQL(), opened.WaveId, "a");
        await FollowAsync(receipt);
        var first = await _post.NextAsync();
        await MindNoNightAsync(first);
        await Platform.CatchUpAsync();
        var (_, theme) = await officer.CodeNewestViewAsync(opened.Id);
        (await _post.NextAsync()).Subject.ShouldBe("What you said is now part of a point that others make too");

        // Two letters to one person keep a distance.
        Later(TimeSpan.FromMinutes(16));
        var loop = await officer.PublishWeWillAsync(theme, Clock.LondonToday());
        var told = await _post.NextAsync();

        told.Subject.ShouldBe("There is an answer to what you told us");
        told.Text.ShouldContain($"/you-said-we-did/{loop.Slug}");
    }

    [Fact]
    public async Task A_mailbox_that_there_is_not_is_said_to_whoever_gave_it()
    {
        _post.AnswerTo = to => to == Address ? "550 5.1.1 no such mailbox" : null;
        var receipt = await AnswerAsync("a");
        await GiveAddressAsync(receipt);

        await Eventually.TrueAsync(async () => (await Platform.GraphQL().DataAsync(
            "query($reference: String!, $secret: String!) { responseFollowing(reference: $reference, secret: $secret) { isRefused } }",
            new { reference = Of(receipt, "reference"), secret = Of(receipt, "secret") }))["responseFollowing"]!["isRefused"]!.GetValue<bool>());
        _post.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_server_that_has_no_time_gets_it_later()
    {
        _post.Refuses = true;
        await GiveAddressAsync(await AnswerAsync("a"));
        await Eventually.TrueAsync(() => Task.FromResult(_post.Refused > 0));
        _post.Refuses = false;
        Later(TimeSpan.FromMinutes(1));

        (await _post.NextAsync()).To.ShouldBe(Address);
    }

    [Fact]
    public async Task Somebody_who_signed_in_hears_of_what_they_chose_without_having_sent_anything()
    {
        using var parent = await Platform.Browser().OpenAsync("/sign-in");
        await parent.SubmitAsync("/sign-in/email", ("email", "parent@families.example.test"), ("device", "own"));
        await parent.OpenAsync((await _post.NextAsync()).Text.Split().First(word => word.StartsWith("http", StringComparison.Ordinal)));
        await parent.SubmitAsync("/sign-in/age", ("age", "Over25"));

        await parent.OpenAsync("/me/e-mails");
        await parent.SubmitAsync("/me/e-mails/address", ("address", Address), ("mayWrite", "yes"));
        parent.Page.ShouldContain("s…@families.example.test");
        await ConfirmAsync(await _post.NextAsync());
        await parent.OpenAsync("/me/e-mails");
        await parent.SubmitAsync("/me/e-mails", ("about", "TRAVEL"), ("frequency", "AtOnce"));
        var choices = await ChoicesAsync(parent);
        choices["about"]!.AsArray().Select(area => area!.GetValue<string>()).ShouldBe(["TRAVEL"]);
        choices["address"]!.GetValue<string>().ShouldBe("s…@families.example.test");

        await OpenAsync("Health", "HEALTH");
        await OpenAsync("Buses", "TRAVEL");
        var mail = await _post.NextAsync();
        (mail.To, mail.Subject).ShouldBe((Address, "You can have your say"));
        mail.Text.ShouldContain("Buses");
        mail.Text.ShouldContain("You chose: Travel to school and college");

        await parent.OpenAsync("/me/e-mails/stop");
        await parent.SubmitAsync("/me/e-mails/stop");
        (await ChoicesAsync(parent))["isStopped"]!.GetValue<bool>().ShouldBeTrue();
        (await Platform.GraphQL().DataAsync("{ notificationChoices { isStopped } }"))["notificationChoices"].ShouldBeNull("without a link and without an account there is nothing to see");
    }

    private async Task<JsonNode> ChoicesAsync(Browser browser)
    {
        var result = await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "{ notificationChoices { about address isStopped } }" }).ToUrl("/graphql");
            s.WithRequestHeader("Cookie", browser.Cookies);
        });
        return JsonNode.Parse(result.ReadAsText())!["data"]!["notificationChoices"]!;
    }

    private async Task OpenAsync(string title, string about)
    {
        var officer = new Officer(Platform);
        var today = Clock.LondonToday();
        var id = await officer.DraftCompleteAsync(today, title);
        await officer.GraphQL.MutateAsync("sayWhatItIsAbout", new { consultationId = id, about = new[] { about }, districts = Array.Empty<string>() }, "consultation");
        await officer.GraphQL.MutateAsync(
            "openConsultation", new { consultationId = id, opensOn = today, closesOn = today.AddDays(60) }, "consultation");
    }

    private async Task<JsonObject> AnswerAsync(string key)
    {
        var opened = await new Officer(Platform).OpenConsultationAsync(Clock.LondonToday());
        return await Submissions.SendAsync(Platform.GraphQL(), opened.WaveId, key);
    }

    /// <summary>Gives the address, and presses the button behind the link that comes to it.</summary>
    private async Task FollowAsync(JsonObject receipt, string language = "en-GB")
    {
        await GiveAddressAsync(receipt, language);
        await ConfirmAsync(await _post.NextAsync());
    }

    private async Task ConfirmAsync(SunkMail question)
    {
        var link = question.Text.Split('\n').Single(line => line.Contains("/e-mail/confirm/", StringComparison.Ordinal));
        var page = new Uri(link).PathAndQuery;
        using var reader = await Platform.Browser().OpenAsync(page);
        await reader.SubmitAsync(page);
    }

    private Task<JsonObject> GiveAddressAsync(JsonObject receipt, string language = "en-GB") => Platform.GraphQL().MutateAsync(
        "followResponse",
        new { reference = Of(receipt, "reference"), secret = Of(receipt, "secret"), address = Address, mayWrite = true, audience = "FAMILIES", language },
        "responseFollowing",
        "isFollowed");

    /// <summary>Whatever the time is when the tests run.</summary>
    private Task<JsonObject> MindNoNightAsync(SunkMail mail) => Platform.GraphQL().MutateAsync(
        "chooseNotifications",
        new
        {
            token = new Uri(mail.Headers["List-Unsubscribe"].Trim('<', '>')).Segments[^2].TrimEnd('/'),
            kinds = new[] { "VIEW_GROUPED", "ENTRY_PUBLISHED", "CONFIRMATION_ASKED" },
            frequency = "AT_ONCE",
            leaveTheNight = false,
            interests = Array.Empty<string>(),
        },
        "notificationChoices",
        "isStopped");

    private async Task<bool> IsStoppedAsync(string token) =>
        (await Platform.GraphQL().DataAsync(ReadChoices, new { token }))["notificationChoices"]!["isStopped"]!.GetValue<bool>();

    private static string Of(JsonObject receipt, string name) => receipt[name]!.GetValue<string>();
}
