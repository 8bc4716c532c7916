using System.Text;
using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Notifications;

/// <summary>
/// Where somebody is written to. What was given in an account is sealed with the account's own key, so that it goes with that, and once more with the platform's, so
/// that the database alone does not say whose it is. That of staff is sealed with the platform's key, and any other with the keys of what is followed.
/// </summary>
public sealed class RecipientAddresses(DocumentStore store, SubjectKeys subjectKeys, NotificationTokens tokens)
{
    private const int IdLength = 16;

    internal byte[] Seal(Guid recipient, SubjectKey account, string address) => Sealing.Seal(
        tokens.KeyOfAccountAddress(recipient), [.. account.Subject.ToByteArray(), .. Encoding.UTF8.GetBytes(account.Seal(address).Cipher)], recipient);

    /// <summary>Null where the keys are gone.</summary>
    internal async Task<string?> FindAsync(Guid recipient, NotificationAudience audience, byte[]? box, CancellationToken cancellationToken) =>
        await OpenAsync(new RecipientAddress(recipient, audience, box, box is null ? await OfFollowsAsync(recipient, cancellationToken) : []), cancellationToken);

    /// <summary>The same where what lies with what they follow is read already.</summary>
    internal async Task<string?> OpenAsync(RecipientAddress address, CancellationToken cancellationToken) => (await OpenAsync([address], cancellationToken))[0];

    /// <summary>The same of several, whose keys are read together.</summary>
    internal async Task<IReadOnlyList<string?>> OpenAsync(IReadOnlyList<RecipientAddress> all, CancellationToken cancellationToken)
    {
        var texts = all.Select(TextsOf).ToList();
        var opened = await subjectKeys.OpenAsync([.. texts.SelectMany(ofOne => ofOne)], cancellationToken);
        var (found, next) = (new List<string?>(all.Count), 0);
        foreach (var (address, ofOne) in all.Zip(texts))
        {
            found.Add(IsOfStaff(address)
                ? Encoding.UTF8.GetString(Sealing.Open(tokens.KeyOfStaffAddress(address.Recipient), address.Box!, address.Recipient))
                : opened.Skip(next).Take(ofOne.Count).FirstOrDefault(text => text is not null));
            next += ofOne.Count;
        }

        return found;
    }

    private static bool IsOfStaff(RecipientAddress address) => address is { Box: not null, Audience: NotificationAudience.Staff };

    /// <summary>What is sealed with keys of people: any of it is the address.</summary>
    private IReadOnlyList<PersonalText> TextsOf(RecipientAddress address)
    {
        if (IsOfStaff(address))
            return [];
        if (address.Box is null)
            return address.OfFollows;

        var opened = Sealing.Open(tokens.KeyOfAccountAddress(address.Recipient), address.Box, address.Recipient);
        return [new PersonalText(new Guid(opened.AsSpan(0, IdLength)), Encoding.UTF8.GetString(opened.AsSpan(IdLength)))];
    }

    private Task<IReadOnlyList<PersonalText>> OfFollowsAsync(Guid recipient, CancellationToken cancellationToken) => store.ListAsync(
        "select subject_id, sealed_address from engagement.notification_follows where recipient_id = $1 limit 10",
        row => new PersonalText(row.GetGuid(0), row.GetString(1)),
        cancellationToken,
        recipient);
}

/// <summary>Where somebody is written to, as it lies in the database.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Audience">In whose words.</param>
/// <param name="Box">What was given in an account, or is of staff; null for whoever gave it with what they follow.</param>
/// <param name="OfFollows">What lies with what they follow.</param>
internal sealed record RecipientAddress(Guid Recipient, NotificationAudience Audience, byte[]? Box, IReadOnlyList<PersonalText> OfFollows);
