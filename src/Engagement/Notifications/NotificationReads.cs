using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.SignIn;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Notifications;

/// <summary>What people have asked to be sent, and how sending goes.</summary>
public sealed class NotificationReads(DocumentStore store, ReceiptReads receipts, NotificationTokens tokens, RecipientAddresses addresses, TimeProvider clock)
{
    private const int RecentDays = 7;

    // Of fewer it is not said how many they are, as of fewer people anywhere.
    private const int FewestCounted = 10;
    private const int CountedTo = 5;

    /// <summary>
    /// What somebody chose, for whoever holds a link of theirs or, without a link, for whose account it is; null when there is none of that kind, or what they followed
    /// is gone.
    /// </summary>
    public async Task<NotificationChoices?> FindChoicesAsync(string? token, Guid? account, CancellationToken cancellationToken)
    {
        if (await FindRecipientAsync(token, account, cancellationToken) is not { } recipient)
            return null;

        var found = await store.ListAsync(
            $"""
            select {Mailbox.Columns}, unwanted, frequency, quiet, audience, interests, about, districts, sealed_address,
                confirmed_at is not null, stopped_at is not null, refused_at is not null
            from engagement.notification_recipients r where id = $1
            """,
            row =>
            {
                var unwanted = row.GetFieldValue<string[]>(3);
                var isConfirmed = row.GetBoolean(11);
                var choices = new NotificationChoices(
                    [.. ChooseNotifications.Choices.Where(kind => !unwanted.Contains(kind.ToString()))],
                    Enum.Parse<NotificationFrequency>(row.GetString(4)),
                    row.GetBoolean(5),
                    Enum.Parse<NotificationAudience>(row.GetString(6)),
                    [.. row.GetFieldValue<string[]>(7).Select(Enum.Parse<Audience>)],
                    [.. row.GetFieldValue<string[]>(8).Select(Enum.Parse<SubjectArea>)],
                    row.GetFieldValue<string[]>(9),
                    Address: null,
                    isConfirmed ? tokens.OfRecipient(Mailbox.Of(row)) : null,
                    isConfirmed,
                    row.GetBoolean(12),
                    row.GetBoolean(13));
                return (Choices: choices, Box: row.IsDBNull(10) ? null : row.GetFieldValue<byte[]>(10));
            },
            cancellationToken,
            recipient);
        return found is [var (choices, box)]
            ? choices with { Address = EmailAddress.Hint(await addresses.FindAsync(recipient, choices.Audience, box, cancellationToken)) }
            : null;
    }

    /// <summary>What leads somebody who has an account to their choices; null where nothing is sent to them.</summary>
    public async Task<string?> TokenOfAsync(Guid participant, CancellationToken cancellationToken) =>
        await FindRecipientAsync(token: null, participant, cancellationToken) is { } recipient && await FindMailboxAsync(recipient, cancellationToken) is { } mailbox
            ? tokens.OfRecipient(mailbox)
            : null;

    /// <summary>Who is written to: whose link it is or, without a link, whose account.</summary>
    internal async Task<Guid?> FindRecipientAsync(string? token, Guid? account, CancellationToken cancellationToken)
    {
        if (token is not null)
            return await FindToChooseAsync(token, cancellationToken) ?? await FindToConfirmAsync(token, cancellationToken);
        if (account is not { } participant)
            return null;

        // An account whose sign-in has changed its address may have been written to at both.
        var found = await store.ListAsync(
            "select id from engagement.notification_recipients where owner_hash = $1 and audience <> 'Staff' order by asked_at desc limit 1",
            row => row.GetGuid(0),
            cancellationToken,
            tokens.HashOfOwner(participant));
        return found is [var recipient] ? recipient : null;
    }

    /// <summary>Whose link it is to choose by; null when it was never given out, or lies in a mailbox that they left.</summary>
    internal async Task<Guid?> FindToChooseAsync(string token, CancellationToken cancellationToken) =>
        await NamedAsync(token, cancellationToken) is { } mailbox && tokens.IsOfRecipient(token, mailbox) ? mailbox.Recipient : null;

    /// <summary>Whose link it is to show that an address is theirs; null when it was never given out, or is that of another address.</summary>
    internal async Task<Guid?> FindToConfirmAsync(string token, CancellationToken cancellationToken) =>
        await NamedAsync(token, cancellationToken) is { } mailbox && tokens.IsOfAddress(token, mailbox) ? mailbox.Recipient : null;

    /// <summary>Where somebody is written to; null when they no longer are.</summary>
    internal async Task<Mailbox?> FindMailboxAsync(Guid recipient, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync($"select {Mailbox.Columns} from engagement.notification_recipients r where id = $1", Mailbox.Of, cancellationToken, recipient);
        return found is [var mailbox] ? mailbox : null;
    }

    /// <summary>Who is written to at an address; null when nobody is.</summary>
    internal async Task<Guid?> FindByAddressAsync(byte[] addressHash, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            "select id from engagement.notification_recipients where address_hash = $1", row => row.GetGuid(0), cancellationToken, addressHash);
        return found is [var recipient] ? recipient : null;
    }

    private async Task<Mailbox?> NamedAsync(string token, CancellationToken cancellationToken) =>
        NotificationTokens.Named(token) is { } recipient ? await FindMailboxAsync(recipient, cancellationToken) : null;

    /// <summary>Where somebody who has an account said that they want to be written to, and nothing of what they did not say themselves.</summary>
    internal async Task<GivenAddress?> FindGivenAddressAsync(Guid participant, CancellationToken cancellationToken)
    {
        if (await FindRecipientAsync(token: null, participant, cancellationToken) is not { } recipient)
            return null;
        var found = await store.ListAsync(
            "select address_hash, sealed_address from engagement.notification_recipients where id = $1",
            row => (Hash: row.GetFieldValue<byte[]>(0), Box: row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1)),
            cancellationToken,
            recipient);
        return found is [var (hash, box)]
            ? new GivenAddress(recipient, hash, box is null ? null : await addresses.FindAsync(recipient, NotificationAudience.Families, box, cancellationToken))
            : null;
    }

    /// <summary>Whether somebody is told of a response, for whoever holds its receipt; null when there is none with this reference and this secret.</summary>
    /// <exception cref="RuleRefusedException">There were too many wrong ones.</exception>
    public async Task<ResponseFollowing?> FindFollowingAsync(string reference, string secret, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(reference, secret, cancellationToken) is not { } receipt)
            return null;

        var found = await store.ListAsync(
            """
            select f.confirmed_at is null or r.stopped_at is null,
                -- Before that, whoever holds the receipt may have named somebody else's, and is told nothing of it.
                f.confirmed_at is not null and r.confirmed_at is not null,
                -- That there is no such mailbox they are told, where it turned out when they named it.
                r.refused_at is not null and (f.confirmed_at is not null or (r.confirmed_at is null and r.refused_at >= f.asked_at))
            from engagement.notification_follows f join engagement.notification_recipients r on r.id = f.recipient_id where f.response_id = $1
            """,
            row => new ResponseFollowing(receipt.Reference, row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2)),
            cancellationToken,
            receipt.Id);
        return found is [var following] ? following : new ResponseFollowing(receipt.Reference, IsFollowed: false, IsConfirmed: false, IsRefused: false);
    }

    /// <summary>What a message asks; null when its link was never given out, or the entry is gone.</summary>
    public async Task<NotificationQuestion?> FindQuestionAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAskedAsync(token, cancellationToken) is not { } asked)
            return null;

        var found = await store.ListAsync(
            """
            select n.about_id, r.audience, (
                select c.answer from engagement.loop_confirmations c
                where c.loop_id = n.about_id and c.by = replace(n.response_id::text, '-', '') and not c.is_group and c.ended_at = 'infinity' limit 1)
            from engagement.notifications n join engagement.notification_recipients r on r.id = n.recipient_id
            where n.id = $1 and n.kind = 'ConfirmationAsked'
            """,
            row => new NotificationQuestion(
                row.GetGuid(0), Enum.Parse<NotificationAudience>(row.GetString(1)), row.IsDBNull(2) ? null : Enum.Parse<ConfirmationAnswer>(row.GetString(2))),
            cancellationToken,
            asked.Notification);
        return found is [var question] ? question : null;
    }

    /// <summary>The message that asks, of its link; null when that was never given out, or it is read elsewhere by now.</summary>
    internal async Task<AskedByMessage?> FindAskedAsync(string token, CancellationToken cancellationToken)
    {
        if (NotificationTokens.Named(token) is not { } notification)
            return null;

        var found = await store.ListAsync(
            $"""
            select {Mailbox.Columns}, n.response_id, n.about_id
            from engagement.notifications n join engagement.notification_recipients r on r.id = n.recipient_id
            where n.id = $1 and n.kind = 'ConfirmationAsked'
                and not exists (select from engagement.notification_follows f where f.response_id = n.response_id and f.recipient_id <> n.recipient_id)
            """,
            row => (Asked: new AskedByMessage(notification, row.GetGuid(3), row.GetGuid(4)), Mailbox: Mailbox.Of(row)),
            cancellationToken,
            notification);
        return found is [var (asked, mailbox)] && tokens.IsOfQuestion(token, notification, mailbox) ? asked : null;
    }

    /// <summary>
    /// How many would be told now that a consultation opens, by what it says of itself: to the nearest five, so that nobody is found by changing that and counting
    /// again. Null for fewer than ten.
    /// </summary>
    public async Task<int?> CountToldOfOpeningAsync(ConsultationPage consultation, CancellationToken cancellationToken)
    {
        var count = (int)await store.CountAsync(
            $"""
            select count(*) from engagement.notification_recipients
            where stopped_at is null and refused_at is null and confirmed_at is not null and $4 <> all (unwanted) and {Interests.Match("$1", "$2", "$3")}
            """,
            cancellationToken,
            consultation.Audiences.Select(audience => $"{audience}").ToArray(),
            consultation.About.Select(area => $"{area}").ToArray(),
            consultation.Districts.ToArray(),
            nameof(NotificationKind.ConsultationOpened));
        return Rounded(count);
    }

    /// <summary>How many were told that a consultation has opened, and how far that has come, counted in the same manner; null where nobody has been told yet.</summary>
    public async Task<OpeningNotices?> FindOpeningNoticesAsync(Guid consultation, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            """
            select o.told, count(*) filter (where n.state = 'Waiting'), count(*) filter (where n.state in ('Failed', 'Refused'))
            from engagement.notification_openings o
            left join engagement.notifications n on n.about_id = o.consultation_id and n.kind = 'ConsultationOpened' and n.state in ('Waiting', 'Failed', 'Refused')
            where o.consultation_id = $1 group by o.told
            """,
            row => new OpeningNotices(Rounded(row.GetInt32(0)), Rounded((int)row.GetInt64(1)), Rounded((int)row.GetInt64(2))),
            cancellationToken,
            consultation);
        return found is [var notices] ? notices : null;
    }

    private static int? Rounded(int count) => count < FewestCounted ? null : (count + (CountedTo / 2)) / CountedTo * CountedTo;

    /// <summary>How sending goes: what waits, and what came of the last seven days.</summary>
    public async Task<NotificationDelivery> DeliveryAsync(CancellationToken cancellationToken)
    {
        var counts = (await store.ListAsync(
            "select state, count(*) from engagement.notifications where state = 'Waiting' or ended_at >= $1 group by state",
            row => (State: row.GetString(0), Count: (int)row.GetInt64(1)),
            cancellationToken,
            clock.GetUtcNow().UtcDateTime.AddDays(-RecentDays))).ToDictionary(one => one.State, one => one.Count);
        return new NotificationDelivery(Of("Waiting"), Of("Sent"), Of("Failed"), Of("Refused"));

        int Of(string state) => counts.GetValueOrDefault(state);
    }
}

/// <summary>Where somebody who has an account is written to.</summary>
/// <param name="Id">The recipient.</param>
/// <param name="Hash">What the address is known by.</param>
/// <param name="Address">Null where it lies with what they follow, or its key is gone.</param>
internal sealed record GivenAddress(Guid Id, byte[] Hash, string? Address);

/// <summary>A message that asks.</summary>
/// <param name="Notification">The message.</param>
/// <param name="Response">For whose response it asks.</param>
/// <param name="Loop">Whether this answers it.</param>
internal sealed record AskedByMessage(Guid Notification, Guid Response, Guid Loop);

/// <summary>How sending messages goes.</summary>
/// <param name="Waiting">How many wait to be sent.</param>
/// <param name="Sent">How many were sent in the last seven days. Several to one person are one e-mail.</param>
/// <param name="Failed">How many were given up in the last seven days, after a day of trying.</param>
/// <param name="Refused">How many were not sent in the last seven days because the mailbox takes no mail.</param>
public sealed record NotificationDelivery(int Waiting, int Sent, int Failed, int Refused);

/// <summary>How many were told by e-mail that a consultation has opened: each to the nearest five, and null for fewer than 10.</summary>
/// <param name="Told">How many were told, or are about to be.</param>
/// <param name="Waiting">How many of them are yet to be sent it.</param>
/// <param name="NotTaken">How many of them it did not reach, as far as that is still known.</param>
public sealed record OpeningNotices(int? Told, int? Waiting, int? NotTaken);

/// <summary>What a message asks: whether an entry answers whoever it was sent to.</summary>
/// <param name="LoopId">The entry, which has the id of its loop.</param>
/// <param name="Audience">In whose words they are written to.</param>
/// <param name="Answer">What they last said; null when they have said nothing.</param>
public sealed record NotificationQuestion(Guid LoopId, NotificationAudience Audience, ConfirmationAnswer? Answer);
