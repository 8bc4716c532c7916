using Engagement.Common;
using Engagement.Host.Mail;
using Engagement.SignIn;
using Tests.Shared;

namespace Engagement.Host.Tests;

/// <summary>How e-mail is handed to a mail server, and what its answers come to.</summary>
public sealed class WhatMailServersSay : IAsyncDisposable
{
    private static readonly Place Place = new("Have your say", "Example County Council", "families@council.example.test", "Example House");

    private readonly SmtpSink _post = new();
    private readonly SmtpConnections _connections;
    private readonly SmtpMailer _mailer;

    public WhatMailServersSay()
    {
        var settings = new MailSettings { Host = "127.0.0.1", Port = _post.Port, StartTls = false, From = "Kent SEND <engagement@example.test>" };
        _connections = new SmtpConnections(settings, TimeProvider.System);
        _mailer = new SmtpMailer(_connections, settings, Place);
    }

    public async ValueTask DisposeAsync()
    {
        await _connections.DisposeAsync();
        await _post.DisposeAsync();
    }

    [Fact]
    public async Task A_message_arrives_as_it_was_written()
    {
        var text = "Dear all,\n\n.a line that begins with a dot\nZażółć gęślą jaźń\n" + new string('x', 2_000);
        await SendAsync(Mail with { Text = text, Html = "<p>Zażółć</p>", Id = "abc", Stop = new Uri("https://example.test/stop/1") });

        var arrived = await _post.NextAsync();
        arrived.Text.TrimEnd('\n').ShouldBe(text);
        arrived.Html.ShouldNotBeNull().TrimEnd().ShouldBe("<p>Zażółć</p>");
        arrived.Headers["From"].ShouldBe("Kent SEND <engagement@example.test>");
        arrived.Headers["Message-Id"].ShouldBe("<abc@example.test>");
        arrived.Headers["List-Unsubscribe"].ShouldBe("<https://example.test/stop/1>");
        arrived.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
    }

    [Fact]
    public async Task An_address_without_a_name_has_that_of_who_runs_the_place()
    {
        var settings = new MailSettings { Host = "127.0.0.1", Port = _post.Port, StartTls = false, From = "post@council.example.test" };
        await using var connections = new SmtpConnections(settings, TimeProvider.System);

        await new SmtpMailer(connections, settings, Place).SendAsync(Mail, default);

        (await _post.NextAsync()).Headers["From"].ShouldBe("Example County Council <post@council.example.test>");
    }

    [Fact]
    public async Task A_message_without_an_id_of_its_own_does_not_name_the_machine()
    {
        await SendAsync(Mail);

        (await _post.NextAsync()).Headers["Message-Id"].ShouldEndWith("@example.test>");
    }

    [Fact]
    public async Task Messages_one_after_another_go_through_one_connection()
    {
        for (var i = 0; i < 5; i++)
            await SendAsync(Mail);

        _post.Mails.Count.ShouldBe(5);
        _post.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_the_server_has_closed_costs_no_message_and_doubles_none()
    {
        await SendAsync(Mail);
        _post.HangUp();
        await SendAsync(Mail);

        _post.Mails.Count.ShouldBe(2);
        _post.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task Messages_at_the_same_time_each_have_a_connection()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SendAsync(Mail with { Subject = $"{i}" })));

        _post.Mails.Select(mail => mail.Subject).Order().ShouldBe(Enumerable.Range(0, 8).Select(i => $"{i}"));
    }

    [Theory]
    [InlineData("550 5.1.1 <gone@families.example.test>: Recipient address rejected", "5.1.1")]
    [InlineData("550 5.2.1 The mailbox is closed", "5.2.1")]
    [InlineData("553 5.1.3 The address is not valid", "5.1.3")]
    public async Task A_mailbox_that_there_is_not_is_refused_for_good_by_its_code_alone(string answer, string code)
    {
        _post.AnswerTo = _ => answer;

        var refused = await Should.ThrowAsync<MailRefusedException>(() => SendAsync(Mail));
        refused.Reason.ShouldBe(code);
        refused.Message.ShouldNotContain("families");
    }

    /// <summary>A server that will not relay for us would otherwise silence everybody whom we write to on that day.</summary>
    [Theory]
    [InlineData("550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain <gone@families.example.test>")]
    [InlineData("550 relay not permitted")]
    [InlineData("550 5.1.0 <gone@families.example.test>: rejected")]
    [InlineData("550 5.1.8 Bad sender <gone@families.example.test>")]
    [InlineData("554 5.4.6 Too many hops")]
    [InlineData("552 5.3.4 Message too big")]
    [InlineData("554 5.6.0 Lone line feeds")]
    [InlineData("554 5.0.0 No")]
    [InlineData("552 5.2.2 <gone@families.example.test>: mailbox full")]
    [InlineData("451 4.7.1 <gone@families.example.test>: come back later")]
    public async Task What_says_nothing_of_the_mailbox_is_tried_again(string answer)
    {
        _post.AnswerTo = _ => answer;

        var failed = await Should.ThrowAsync<InvalidOperationException>(() => SendAsync(Mail));
        failed.Message.ShouldNotContain("families");
        _post.AnswerTo = null;
        await SendAsync(Mail);
        _post.Mails.Count.ShouldBe(1);
    }

    /// <summary>A server with a wrong list of recipients says it of everybody.</summary>
    [Fact]
    public async Task A_server_that_knows_no_mailbox_is_not_believed_until_it_has_taken_a_message()
    {
        _post.AnswerTo = _ => "550 5.1.1 No such user";
        for (var i = 0; i < 5; i++)
            await Should.ThrowAsync<MailRefusedException>(() => SendAsync(Mail));

        for (var i = 0; i < 20; i++)
            await Should.ThrowAsync<InvalidOperationException>(() => SendAsync(Mail));

        _post.AnswerTo = null;
        await SendAsync(Mail);
        _post.AnswerTo = _ => "550 5.1.1 No such user";
        await Should.ThrowAsync<MailRefusedException>(() => SendAsync(Mail));
    }

    [Fact]
    public async Task A_server_that_is_away_is_named_by_its_address()
    {
        await _post.DisposeAsync();

        (await Should.ThrowAsync<InvalidOperationException>(() => SendAsync(Mail))).Message.ShouldBe($"The mail server 127.0.0.1:{_post.Port} did not take a message: SocketException.");
    }

    [Fact]
    public async Task Where_the_server_does_not_encrypt_nothing_is_said_to_it()
    {
        var settings = new MailSettings { Host = "127.0.0.1", Port = _post.Port, StartTls = true };
        await using var connections = new SmtpConnections(settings, TimeProvider.System);

        await Should.ThrowAsync<InvalidOperationException>(() => new SmtpMailer(connections, settings, Place).SendAsync(Mail, default));
        _post.Mails.ShouldBeEmpty();
    }

    private static OutgoingMail Mail => new("somebody@families.example.test", "A subject", "Some words");

    private Task SendAsync(OutgoingMail mail) => _mailer.SendAsync(mail, default);
}
