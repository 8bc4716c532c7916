using System.Net;
using System.Net.Http.Json;
using Engagement.Common;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.SignIn;

/// <summary>Secrets of receipts cannot be guessed for long.</summary>
public sealed class SecretsOfReceipts(PlatformsOfAClass platforms) : SignInSpec(platforms)
{
    private const string Document = "query($reference: String!, $secret: String!) { journey(reference: $reference, secret: $secret) { reference } }";
    private const string Wrong = "0000-0000-0000-0000";

    private string _reference = "";
    private string _secret = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var consultation = await new Officer(Platform).OpenConsultationAsync(Clock.LondonToday());
        var receipt = await Submissions.SendAsync(Platform.GraphQL(), consultation.WaveId, "receipt");
        (_reference, _secret) = (receipt["reference"]!.GetValue<string>(), receipt["secret"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ten_wrong_ones_lock_a_receipt_for_a_quarter_of_an_hour()
    {
        for (var i = 0; i < 10; i++)
            (await CodeAsync(_reference, Wrong)).ShouldBe("null");

        (await CodeAsync(_reference, Wrong)).ShouldBe("RATE_LIMITED");
        (await CodeAsync(_reference, _secret)).ShouldBe("RATE_LIMITED");
        Later(TimeSpan.FromMinutes(15));

        (await CodeAsync(_reference, _secret)).ShouldBe(_reference);
    }

    [Fact]
    public async Task Right_ones_cost_nothing_and_another_receipt_is_not_locked()
    {
        for (var i = 0; i < 9; i++)
            await CodeAsync(_reference, Wrong);
        for (var i = 0; i < 20; i++)
            (await CodeAsync(_reference, _secret)).ShouldBe(_reference);
        await CodeAsync(_reference, Wrong);

        (await CodeAsync(_reference, _secret)).ShouldBe("RATE_LIMITED");
        (await CodeAsync("SEND-0000-0000", Wrong)).ShouldBe("null");
    }

    [Fact]
    public async Task A_network_that_tries_many_receipts_is_locked_too()
    {
        for (var i = 0; i < 100; i++)
            (await CodeAsync($"SEND-0000-{i:0000}", Wrong)).ShouldBe("null");

        (await CodeAsync(_reference, _secret)).ShouldBe("RATE_LIMITED");
        (await ScalarAsync<string>("select string_agg(a::text, '') from engagement.attempts a")).ShouldNotContain("127.0.0.1");
    }

    [Theory]
    [InlineData("journey", "steps { kind }")]
    [InlineData("ownResponse", "__typename")]
    [InlineData("savedDraft", "__typename")]
    public async Task Every_field_that_takes_a_receipt_says_when_to_try_again(string field, string selection)
    {
        for (var i = 0; i < 10; i++)
            await CodeAsync(_reference, Wrong);
        var query = $"query($reference: String!, $secret: String!) {{ {field}(reference: $reference, secret: $secret) {{ {selection} }} }}";
        using var answer = await Platform.Client.PostAsJsonAsync("/graphql", new { query, variables = new { reference = _reference, secret = Wrong } });

        (await answer.Content.ReadAsStringAsync()).ShouldContain("RATE_LIMITED");
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task The_page_says_when_to_try_again()
    {
        using var browser = Platform.Browser();
        for (var i = 0; i < 11; i++)
        {
            await browser.OpenAsync("/track");
            await browser.SubmitAsync("/track", ("reference", _reference), ("secret", Wrong));
        }

        browser.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        browser.RetryAfter.ShouldBe(TimeSpan.FromMinutes(15), "programs are told too");
        browser.Page.ShouldContain("There were too many tries. Try again in 15 minutes");
        await browser.OpenAsync("/track");
        browser.RetryAfter.ShouldBeNull();
    }

    /// <summary>The code of the error, or the reference that was found, or null.</summary>
    private async Task<string> CodeAsync(string reference, string secret)
    {
        var answer = await Platform.GraphQL().SendAsync(Document, new { reference, secret });
        return answer["errors"] is { } errors
            ? errors[0]!["extensions"]!["code"]!.GetValue<string>()
            : answer["data"]!["journey"]?["reference"]!.GetValue<string>() ?? "null";
    }
}
