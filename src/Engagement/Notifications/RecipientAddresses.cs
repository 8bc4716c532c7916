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
        await OpenAsync(recipient, audience, box, box is null ? await OfFollowsAsync(recipient, cancellationToken) : [], cancellationToken);

    /// <summary>The same where what lies with what they follow is read already.</summary>
    internal async Task<string?> OpenAsync(
        Guid recipient, NotificationAudience audience, byte[]? box, IReadOnlyList<PersonalText> ofFollows, CancellationToken cancellationToken)
    {
        if (box is null)
            return (await subjectKeys.OpenAsync(ofFollows, cancellationToken)).FirstOrDefault(address => address is not null);
        if (audience is NotificationAudience.Staff)
            return Encoding.UTF8.GetString(Sealing.Open(tokens.KeyOfStaffAddress(recipient), box, recipient));

        var opened = Sealing.Open(tokens.KeyOfAccountAddress(recipient), box, recipient);
        var address = new PersonalText(new Guid(opened.AsSpan(0, IdLength)), Encoding.UTF8.GetString(opened.AsSpan(IdLength)));
        return await subjectKeys.OpenAsync(address, cancellationToken);
    }

    private Task<IReadOnlyList<PersonalText>> OfFollowsAsync(Guid recipient, CancellationToken cancellationToken) => store.ListAsync(
        "select subject_id, sealed_address from engagement.notification_follows where recipient_id = $1 limit 10",
        row => new PersonalText(row.GetGuid(0), row.GetString(1)),
        cancellationToken,
        recipient);
}
