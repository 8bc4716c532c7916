using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Common;
using Engagement.Host.Mail;
using Engagement.Host.Tests.SignIn;
using Tests.Shared;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>What mail services tell after they have taken a message: a mailbox that there is not is left alone from then on.</summary>
public sealed class MessagesThatComeBack(PlatformsOfAClass platforms) : SignInSpec(platforms)
{
    private const string Token = "a-token-for-the-tests-only";

    private readonly SmtpSink _post = new();

    protected override (string Name, string Value)[] Settings =>
    [
        ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{_post.Port}"), ("Smtp:StartTls", "false"), ("MailReceipts:Token", Token),
    ];

    public override Task InitializeAsync() => BeginAnewAsync();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _post.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_server_hands_on_what_came_back()
    {
        var (receipt, id) = await WriteAsync();

        (await TellAsync("dsn", Returned(id, "delayed", "4.4.1"))).ShouldBe(HttpStatusCode.NoContent);
        (await TellAsync("dsn", Returned(id, "failed", "5.2.2"))).ShouldBe(HttpStatusCode.NoContent);
        (await TellAsync("dsn", Returned(id, "failed", "5.4.7"))).ShouldBe(HttpStatusCode.NoContent);
        (await TellAsync("dsn", "Subject: Thank you\n\nThat was quick.")).ShouldBe(HttpStatusCode.NoContent);
        (await IsRefusedAsync(receipt)).ShouldBeFalse("it is late, or full, or lost its way, or an answer");

        (await TellAsync("dsn", Returned(id, "failed", "5.1.1"))).ShouldBe(HttpStatusCode.NoContent);
        (await IsRefusedAsync(receipt)).ShouldBeTrue();
    }

    [Fact]
    public async Task Gov_uk_notify_tells_by_its_callback()
    {
        var (receipt, id) = await WriteAsync();
        var reference = id.Split('@')[0].Trim('<');

        (await TellAsync("notify", Receipt(reference, "delivered"))).ShouldBe(HttpStatusCode.NoContent);
        (await TellAsync("notify", Receipt(reference, "temporary-failure"))).ShouldBe(HttpStatusCode.NoContent);
        (await IsRefusedAsync(receipt)).ShouldBeFalse();

        (await TellAsync("notify", Receipt(reference, "permanent-failure"))).ShouldBe(HttpStatusCode.NoContent);
        (await IsRefusedAsync(receipt)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("notify", "{}")]
    [InlineData("notify", "[1]")]
    [InlineData("notify", "no json")]
    [InlineData("notify", """{ "status": 3 }""")]
    public async Task What_is_no_receipt_is_refused(string path, string body) => (await TellAsync(path, body)).ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Nobody_tells_anything_without_the_token()
    {
        var (receipt, id) = await WriteAsync();

        (await TellAsync("dsn", Returned(id, "failed", "5.1.1"), token: null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await TellAsync("dsn", Returned(id, "failed", "5.1.1"), token: "a-token-for-the-tests-onlY")).ShouldBe(HttpStatusCode.Unauthorized);
        (await TellAsync("elsewhere", "")).ShouldBe(HttpStatusCode.NotFound);
        (await TellAsync("dsn", new string('a', 2_000_000))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await IsRefusedAsync(receipt)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Content-Type: multipart/report\n\nno boundary")]
    [InlineData("Content-Type: multipart/report; boundary=\"\"\n\n--\n\n--")]
    [InlineData("Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--")]
    public void What_cannot_be_read_is_no_returned_mail(string mail) => ReturnedMail.Read(new MemoryStream(Encoding.UTF8.GetBytes(mail))).ShouldBeNull();

    /// <summary>Somebody gives an address; the id of the message that asks them.</summary>
    private async Task<(JsonObject Receipt, string Id)> WriteAsync()
    {
        var opened = await new Officer(Platform).OpenConsultationAsync(Clock.LondonToday());
        var receipt = await Submissions.SendAsync(Platform.GraphQL(), opened.WaveId, "a");
        await Platform.GraphQL().MutateAsync(
            "followResponse",
            new
            {
                reference = receipt["reference"]!.GetValue<string>(),
                secret = receipt["secret"]!.GetValue<string>(),
                address = "someone@families.example.test",
                mayWrite = true,
                audience = "FAMILIES",
                language = "en-GB",
            },
            "responseFollowing",
            "isFollowed");
        return (receipt, (await _post.NextAsync()).Headers["Message-ID"]);
    }

    private async Task<HttpStatusCode> TellAsync(string path, string body, string? token = Token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Platform.Address, $"/mail-receipts/{path}")) { Content = new StringContent(body, Encoding.UTF8) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<bool> IsRefusedAsync(JsonObject receipt) => (await Platform.GraphQL().DataAsync(
        "query($reference: String!, $secret: String!) { responseFollowing(reference: $reference, secret: $secret) { isRefused } }",
        new { reference = receipt["reference"]!.GetValue<string>(), secret = receipt["secret"]!.GetValue<string>() }))["responseFollowing"]!["isRefused"]!.GetValue<bool>();

    private static string Receipt(string reference, string status) => $$"""
        {
          "id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "{{reference}}", "to": "someone@families.example.test", "status": "{{status}}",
          "created_at": "2027-05-14T12:15:30.000000Z", "completed_at": "2027-05-14T12:15:30.000000Z", "sent_at": "2027-05-14T12:15:30.000000Z",
          "notification_type": "email", "template_id": "f33517ff-2a88-4f6e-b855-c550268ce08a", "template_version": 1
        }
        """;

    /// <summary>As RFC 3464 has it, with the lines that Postfix writes.</summary>
    private static string Returned(string messageId, string action, string status) => $"""
        Return-Path: <>
        From: MAILER-DAEMON@mail.example.test
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="7C9A1.1794841/mail.example.test"

        This is a MIME-encapsulated message.

        --7C9A1.1794841/mail.example.test
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients.

        --7C9A1.1794841/mail.example.test
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.test
        Arrival-Date: Mon, 17 May 2027 08:00:01 +0100 (BST)

        Final-Recipient: rfc822; someone@families.example.test
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 5.1.1 no such user

        --7C9A1.1794841/mail.example.test
        Content-Description: Undelivered Message
        Content-Type: message/rfc822

        Message-ID: {messageId}
        From: engagement@example.test
        To: someone@families.example.test
        Subject: May we write to you here?

        Somebody asked us to write to this address.
        --7C9A1.1794841/mail.example.test--
        """;
}
