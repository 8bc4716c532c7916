using System.Collections.Concurrent;
using Engagement.Common;
using Engagement.Notifications;
using Engagement.SignIn;

namespace Engagement.Tests.Notifications;

/// <summary>A mail server that keeps what it is given, unless it is told not to take it.</summary>
internal sealed class Postbox : IMailer
{
    private readonly ConcurrentQueue<OutgoingMail> _mails = new();

    public IReadOnlyList<OutgoingMail> Mails => [.. _mails];

    /// <summary>What happens to a message instead of being taken; null: it is taken.</summary>
    public Func<OutgoingMail, Exception?> Trouble { get; set; } = _ => null;

    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (Trouble(mail) is { } trouble)
            throw trouble;
        _mails.Enqueue(mail);
        return Task.CompletedTask;
    }
}

internal static class TestPlace
{
    public static Place Of { get; } = new("Have your say", "Example County Council", "families@council.example.test", "Example House, Example Street");
}

internal sealed class TestSite : ISiteAddress
{
    public Uri Address { get; } = new("https://engagement.example.test");
}

internal static class Mailboxes
{
    /// <summary>Where somebody is written to now, as the links of messages name it.</summary>
    public static async Task<Mailbox> MailboxAsync(this Integration.Platform platform, Guid recipient) =>
        (await platform.Get<NotificationReads>().FindMailboxAsync(recipient, default)).ShouldNotBeNull();

    /// <summary>As whoever reads each mailbox does with the link that came.</summary>
    public static async Task ConfirmAllAsync(this Integration.Platform platform)
    {
        foreach (var recipient in await platform.Store.ListAsync(
            $"select id from engagement.notification_recipients r where confirmed_at is null or {NotificationAddresses.HasUnconfirmed}", row => row.GetGuid(0), default))
        {
            await platform.Get<NotificationCommands>().ConfirmAsync(
                new ConfirmAddress(platform.Get<NotificationTokens>().OfAddress(await platform.MailboxAsync(recipient))), Integration.Story.Parent, default);
        }
    }
}

internal static class Dispatching
{
    /// <summary>Sends what waits for one person; null when nothing is due.</summary>
    public static async Task<DispatchOutcome?> SendNextAsync(this NotificationDispatch dispatch) =>
        await dispatch.TakeAsync(1) is [var letter] ? await dispatch.SendAsync(letter) : null;
}
