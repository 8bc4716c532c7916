using System.Net;
using Engagement.Common;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Bad input: each is answered in words a person can act on and with a code that stays, and changes nothing.</summary>
public sealed class WhatIsRefused(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>, IAsyncLifetime
{
    private readonly AdjustableClock _clock = platforms.Clock;
    private RunningPlatform _platform = null!;

    private DateOnly Today => _clock.LondonToday();

    public async Task InitializeAsync() => _platform = await platforms.WithAsync(_clock);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_same_submission_again_gets_the_same_receipt_and_counts_once()
    {
        var consultation = await new Officer(_platform).OpenConsultationAsync(Today);
        var first = await Submissions.SendAsync(_platform.GraphQL(), consultation.WaveId, "same-key");
        var before = await EventsAsync();

        var second = await Submissions.SendAsync(_platform.GraphQL(), consultation.WaveId, "same-key");

        second.ToJsonString().ShouldBe(first.ToJsonString());
        (await EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_key_that_was_used_for_other_answers_is_refused()
    {
        var consultation = await new Officer(_platform).OpenConsultationAsync(Today);
        await Submissions.SendAsync(_platform.GraphQL(), consultation.WaveId, "used");
        var before = await EventsAsync();

        var refused = await _platform.GraphQL().RefusedAsync("submitResponse", Submissions.Input(consultation.WaveId, "used", "Other words."));

        refused.ShouldBe(new Refused(
            "IDEMPOTENCY_KEY_REUSED", "This key was already used for a different request. Send a new key with a new request.", "idempotencyKey"));
        (await EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_survey_that_has_closed_says_how_to_be_heard_all_the_same()
    {
        var consultation = await new Officer(_platform).OpenConsultationAsync(Today);
        _clock.MoveTo(_clock.GetUtcNow().AddDays(58));
        var before = await EventsAsync();

        var refused = await _platform.GraphQL().RefusedAsync("submitResponse", Submissions.Input(consultation.WaveId, "late"));

        refused.Code.ShouldBe("WAVE_CLOSED");
        refused.Message.ShouldStartWith("This survey has closed. You can still tell us by");
        (await EventsAsync()).ShouldBe(before);
        await _platform.Scenario(s =>
        {
            s.Get.Url($"/consultations/{consultation.Slug}/have-your-say");
            s.ContentShouldContain("still tell us");
        });
    }

    [Fact]
    public async Task A_version_that_is_no_longer_current_is_refused()
    {
        var officer = new Officer(_platform);
        var consultation = await officer.DraftCompleteAsync(Today);
        var before = await EventsAsync();

        var refused = await officer.GraphQL.RefusedAsync(
            "publishProposal", new { consultationId = consultation, text = "Another proposal.", reasons = "Because.", expectedVersion = 1 });

        refused.ShouldBe(new Refused(
            "STALE_VERSION", "Someone else changed this while you were working. Read it again and repeat your change.", "expectedVersion"));
        (await EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_rule_of_the_domain_names_itself_and_the_field()
    {
        var officer = new Officer(_platform);
        var consultation = await officer.DraftCompleteAsync(Today);

        var refused = await officer.GraphQL.RefusedAsync(
            "openConsultation", new { consultationId = consultation, opensOn = Today, closesOn = Today.AddDays(20) });

        refused.ShouldBe(new Refused(
            "SHORT_CONSULTATION_UNEXPLAINED", "Explain why the consultation is shorter than 6 weeks", "shorterThanSixWeeksBecause"));
    }

    [Theory]
    [InlineData("{", "REQUEST_INVALID")]
    [InlineData("[]", "REQUEST_INVALID")]
    [InlineData("""{"query": 7}""", "REQUEST_INVALID")]
    [InlineData("""{"query": "{"}""", "SYNTAX_ERROR")]
    [InlineData("""{"query": "{ noSuchField }"}""", "FIELDS_ON_CORRECT_TYPE")]
    [InlineData("""{"query": "query($id: ID!) { consultation(id: $id) { title } }"}""", "VARIABLE_INVALID")]
    [InlineData("""{"query": "{ consultation(id: \"not-an-id\") { title } }"}""", "ID_INVALID")]
    public async Task A_request_that_cannot_be_understood_says_so_with_a_code(string body, string code)
    {
        var result = await _platform.Scenario(s =>
        {
            s.Post.Text(body, "application/json").ToUrl("/graphql");
            s.IgnoreStatusCode();
        });

        result.StatusCode.ShouldBeLessThan(500);
        var error = result.ReadAsJson().GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Nobody_reads_views_without_signing_in_or_without_the_permission()
    {
        var consultation = await new Officer(_platform).OpenConsultationAsync(Today);
        const string Document = "query($id: ID!) { views(consultationId: $id) { nodes { text } } }";

        foreach (var (role, code) in new[] { (null, "AUTH_NOT_AUTHENTICATED"), ("commissioner", "AUTH_NOT_AUTHORIZED") })
        {
            var answer = await _platform.GraphQL(role).SendAsync(Document, new { id = consultation.Id });
            answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
            answer["data"]!["views"].ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_role_that_does_not_exist_is_not_quietly_a_stranger() => await _platform.Scenario(s =>
    {
        s.Post.Json(new { query = "{ me { signedIn } }" }).ToUrl("/graphql");
        s.WithRequestHeader("Authorization", "Development wizard");
        s.StatusCodeShouldBe(401);
        s.ContentShouldContain("There is no role");
    });

    [Fact]
    public async Task Nobody_can_be_a_role_outside_development()
    {
        await using var production = await RunningPlatform.StartAsync(environment: "Production");
        await production.Scenario(s =>
        {
            s.Post.Json(new { query = "{ me { signedIn } }" }).ToUrl("/graphql");
            s.WithRequestHeader("Authorization", "Development participation-officer");
            s.StatusCodeShouldBe(401);
        });
        await production.Scenario(s =>
        {
            s.Get.Url("/sign-in");
            s.ContentShouldNotContain("Choose a role");
        });
        using var browser = await production.Browser().BeAsync("participation-officer");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_is_not_given_away()
    {
        var draft = await new Officer(_platform).DraftCompleteAsync(Today);

        var answer = await _platform.GraphQL().DataAsync(
            "query($id: ID!) { consultation(id: $id) { title } node(id: $id) { id } consultations { nodes { id } } }", new { id = draft });

        answer["consultation"].ShouldBeNull();
        answer["node"].ShouldBeNull();
        answer["consultations"]!["nodes"]!.AsArray().ShouldAllBe(node => node!["id"]!.GetValue<string>() != draft);
    }

    /// <summary>How many events there are of what people did: what is due by itself may happen in between.</summary>
    private async Task<long> EventsAsync()
    {
        await using var source = NpgsqlDataSource.Create(_platform.ConnectionString);
        await using var count = source.CreateCommand("select count(*) from mt_events where user_name is distinct from 'system'");
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
