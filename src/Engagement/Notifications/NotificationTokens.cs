using System.Buffers.Text;
using System.Security.Cryptography;
using Engagement.SignIn;

namespace Engagement.Notifications;

/// <summary>
/// What stands in the links of messages: whose they are, signed with the platform's key. Only the message itself brings one to somebody, so whoever has it
/// reads that mailbox.
/// </summary>
public sealed class NotificationTokens(Pseudonyms pseudonyms)
{
    private const int SignatureLength = 16;

    /// <summary>Of somebody who is written to.</summary>
    public string OfRecipient(Guid recipient) => Sign("notification recipient", recipient);

    /// <summary>Whose token it is; null when it was never given out.</summary>
    public Guid? RecipientOf(string token) => Find("notification recipient", token);

    /// <summary>Of an address that somebody has to show is theirs.</summary>
    public string OfAddress(Guid recipient) => Sign("notification address to confirm", recipient);

    /// <summary>Whose address it is to show; null when it was never given out.</summary>
    public Guid? AddressOf(string token) => Find("notification address to confirm", token);

    /// <summary>Of a message that asks something.</summary>
    public string OfQuestion(Guid notification) => Sign("notification question", notification);

    /// <summary>Which message's token it is; null when it was never given out.</summary>
    public Guid? QuestionOf(string token) => Find("notification question", token);

    internal byte[] HashOfOwner(Guid participant) => pseudonyms.Hash("notification owner", $"{participant:N}");

    internal byte[] HashOfAddress(string address) => pseudonyms.Hash("notification address", address);

    // An address that an account only names may be a stranger's, who has choices of their own.
    internal byte[] HashOfAccountAddress(Guid participant, string address) => pseudonyms.Hash("notification address of account", $"{participant:N} {address}");

    internal byte[] KeyOfAccountAddress(Guid recipient) => pseudonyms.Hash("notification address of account, key", $"{recipient:N}");

    // Somebody of the staff may be a parent too: that is another matter, and another recipient.
    internal byte[] HashOfStaffAddress(string address) => pseudonyms.Hash("notification address of staff", address);

    internal byte[] KeyOfStaffAddress(Guid recipient) => pseudonyms.Hash("notification address of staff, key", $"{recipient:N}");

    private string Sign(string purpose, Guid id) => $"{id:N}.{Base64Url.EncodeToString(Signature(purpose, id))}";

    private Guid? Find(string purpose, string token)
    {
        if (token.Split('.') is not [var text, var signature] || !Guid.TryParseExact(text, "N", out var id))
            return null;

        Span<byte> given = stackalloc byte[SignatureLength];
        return Base64Url.IsValid(signature, out var length) && length == SignatureLength && Base64Url.TryDecodeFromChars(signature, given, out _)
            && CryptographicOperations.FixedTimeEquals(given, Signature(purpose, id))
                ? id
                : null;
    }

    private ReadOnlySpan<byte> Signature(string purpose, Guid id) => pseudonyms.Hash(purpose, $"{id:N}").AsSpan(0, SignatureLength);
}
