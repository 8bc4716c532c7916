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
    internal async Task<string?> FindAsync(Guid recipient, NotificationAudience audience, byte[]? box, CancellationToken cancellationToken)
    {
        if (box is null)
            return await FollowingAsync(recipient, cancellationToken);
        if (audience is NotificationAudience.Staff)
            return Encoding.UTF8.GetString(Sealing.Open(tokens.KeyOfStaffAddress(recipient), box, recipient));

        var opened = Sealing.Open(tokens.KeyOfAccountAddress(recipient), box, recipient);
        var address = new PersonalText(new Guid(opened.AsSpan(0, IdLength)), Encoding.UTF8.GetString(opened.AsSpan(IdLength)));
        return await subjectKeys.OpenAsync(address, cancellationToken);
    }

    private async Task<string?> FollowingAsync(Guid recipient, CancellationToken cancellationToken)
    {
        var sealedOnes = await store.ListAsync(
            "select subject_id, sealed_address from engagement.notification_follows where recipient_id = $1 limit 10",
            row => new PersonalText(row.GetGuid(0), row.GetString(1)),
            cancellationToken,
            recipient);
        return (await subjectKeys.OpenAsync(sealedOnes, cancellationToken)).FirstOrDefault(address => address is not null);
    }
}
