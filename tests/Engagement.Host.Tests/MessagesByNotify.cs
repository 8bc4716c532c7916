using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Host.Mail;
using Engagement.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Engagement.Host.Tests;

/// <summary>GOV.UK Notify is asked as its documentation says.</summary>
public sealed class MessagesByNotify : IAsyncLifetime
{
    private const string Service = "26785a09-ab16-4eb0-8407-a37497a57506";
    private const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private const string Template = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3";

    private static readonly OutgoingMail Mail = new("someone@families.example.test", "There is an answer", "You said, we did.")
    {
        Html = "<p>You said, we did.</p>",
        Id = "a1",
        Stop = new Uri("https://engagement.example.test/e-mail/x/stop"),
    };

    private readonly ConcurrentQueue<(string Path, string Token, JsonNode Body)> _asked = new();
    private WebApplication _stub = null!;
    private NotifyMailer _mailer = null!;
    private (int Status, string Body) _answer = (201, """{ "id": "740e5834-3a29-46b4-9a6f-16142fde533a" }""");

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _stub = builder.Build();
        _stub.MapPost("/{**path}", async (HttpContext context) =>
        {
            var token = context.Request.Headers.Authorization.ToString();
            _asked.Enqueue((context.Request.Path, token, (await JsonNode.ParseAsync(context.Request.Body))!));
            context.Response.StatusCode = _answer.Status;
            await context.Response.WriteAsync(_answer.Body);
        });
        await _stub.StartAsync();
        _mailer = new NotifyMailer(
            new NotifySettings { ApiKey = $"engagement-{Service}-{Secret}", TemplateId = Template, Address = new Uri(_stub.Urls.Single()) }, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _mailer.Dispose();
        await _stub.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_put_into_the_template_and_its_link_to_stop_is_told()
    {
        await _mailer.SendAsync(Mail, default);

        var (path, _, body) = _asked.ShouldHaveSingleItem();
        path.ShouldBe("/v2/notifications/email");
        body.ToJsonString().ShouldBe(
            $$"""{"email_address":"someone@families.example.test","template_id":"{{Template}}","personalisation":{"subject":"There is an answer","body":"You said, we did."},"reference":"a1","one_click_unsubscribe_url":"https://engagement.example.test/e-mail/x/stop"}""");
    }

    [Fact]
    public async Task It_is_signed_with_the_secret_for_the_service_at_this_moment()
    {
        await _mailer.SendAsync(Mail, default);

        var token = _asked.ShouldHaveSingleItem().Token;
        token.ShouldStartWith("Bearer ");
        var parts = token["Bearer ".Length..].Split('.');
        Json(parts[0]).ToJsonString().ShouldBe("""{"typ":"JWT","alg":"HS256"}""");
        Json(parts[1])["iss"]!.GetValue<string>().ShouldBe(Service);
        DateTimeOffset.FromUnixTimeSeconds(Json(parts[1])["iat"]!.GetValue<long>()).ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromSeconds(30));
        parts[2].ShouldBe(Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}"))));
    }

    [Fact]
    public async Task An_address_that_is_none_is_not_tried_again()
    {
        _answer = (400, """{ "status_code": 400, "errors": [{ "error": "ValidationError", "message": "email_address Not a valid email address" }] }""");

        (await Should.ThrowAsync<MailRefusedException>(() => _mailer.SendAsync(Mail, default))).Reason.ShouldBe("400");
    }

    [Theory]
    [InlineData(400, """{ "errors": [{ "error": "BadRequestError", "message": "Can't send to this recipient using a team-only API key" }] }""")]
    [InlineData(403, """{ "errors": [{ "error": "AuthError", "message": "Invalid token: API key not found" }] }""")]
    [InlineData(429, """{ "errors": [{ "error": "RateLimitError", "message": "Exceeded rate limit" }] }""")]
    [InlineData(500, "not json")]
    public async Task Whatever_else_is_wrong_is_tried_again_and_says_nothing_of_whom_it_was_for(int status, string body)
    {
        _answer = (status, body);

        var failed = await Should.ThrowAsync<InvalidOperationException>(() => _mailer.SendAsync(Mail, default));

        failed.Message.ShouldBe($"GOV.UK Notify did not take a message: {status}.");
    }

    private static JsonNode Json(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!;
}
