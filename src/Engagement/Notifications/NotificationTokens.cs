using System.Buffers.Text;
using System.Security.Cryptography;
using Engagement.SignIn;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// What stands in the links of messages: whose they are, signed with the platform's key and for the address they go to. Only the message itself brings one to
/// somebody, so whoever has it reads that mailbox.
/// </summary>
public sealed class NotificationTokens(Pseudonyms pseudonyms)
{
    private const int SignatureLength = 16;

    private const string ToChoose = "notification recipient";
    private const string ToConfirm = "notification address to confirm";
    private const string ToAnswer = "notification question";

    /// <summary>Of somebody who is written to.</summary>
    internal string OfRecipient(Mailbox mailbox) => Sign(ToChoose, mailbox.Recipient, mailbox);

    /// <summary>Whether it is their token, and of where they are written to now.</summary>
    internal bool IsOfRecipient(string token, Mailbox mailbox) => Is(ToChoose, token, mailbox.Recipient, mailbox);

    /// <summary>Of an address that somebody has to show is theirs.</summary>
    internal string OfAddress(Mailbox mailbox) => Sign(ToConfirm, mailbox.Recipient, mailbox);

    /// <summary>Whether it is the token of this address.</summary>
    internal bool IsOfAddress(string token, Mailbox mailbox) => Is(ToConfirm, token, mailbox.Recipient, mailbox);

    /// <summary>Of a message that asks something.</summary>
    internal string OfQuestion(Guid notification, Mailbox mailbox) => Sign(ToAnswer, notification, mailbox);

    /// <summary>Whether it is the token of this message, and of where its reader is written to now.</summary>
    internal bool IsOfQuestion(string token, Guid notification, Mailbox mailbox) => Is(ToAnswer, token, notification, mailbox);

    /// <summary>Whom or what a token names, which says nothing of whether it was ever given out; null when it is none.</summary>
    internal static Guid? Named(string token) => token.Split('.') is [var text, _] && Guid.TryParseExact(text, "N", out var id) ? id : null;

    internal byte[] HashOfOwner(Guid participant) => pseudonyms.Hash("notification owner", $"{participant:N}");

    internal byte[] HashOfAddress(string address) => pseudonyms.Hash("notification address", address);

    // An address that an account only names may be a stranger's, who has choices of their own.
    internal byte[] HashOfAccountAddress(Guid participant, string address) => pseudonyms.Hash("notification address of account", $"{participant:N} {address}");

    internal byte[] KeyOfAccountAddress(Guid recipient) => pseudonyms.Hash("notification address of account, key", $"{recipient:N}");

    // Somebody of the staff may be a parent too: that is another matter, and another recipient.
    internal byte[] HashOfStaffAddress(string address) => pseudonyms.Hash("notification address of staff", address);

    internal byte[] KeyOfStaffAddress(Guid recipient) => pseudonyms.Hash("notification address of staff, key", $"{recipient:N}");

    private string Sign(string purpose, Guid id, Mailbox mailbox) => $"{id:N}.{Base64Url.EncodeToString(Signature(purpose, $"{id:N} {Convert.ToHexStringLower(mailbox.AddressHash)}"))}";

    private bool Is(string purpose, string token, Guid id, Mailbox mailbox)
    {
        if (token.Split('.') is not [var text, var signature] || text != $"{id:N}")
            return false;

        Span<byte> given = stackalloc byte[SignatureLength];
        return Base64Url.IsValid(signature, out var length) && length == SignatureLength && Base64Url.TryDecodeFromChars(signature, given, out _)
            && (CryptographicOperations.FixedTimeEquals(given, Signature(purpose, $"{id:N} {Convert.ToHexStringLower(mailbox.AddressHash)}"))
                // Links of before named no address: they hold as long as there has been one only.
                || (!mailbox.HasMoved && CryptographicOperations.FixedTimeEquals(given, Signature(purpose, $"{id:N}"))));
    }

    private ReadOnlySpan<byte> Signature(string purpose, string what) => pseudonyms.Hash(purpose, what).AsSpan(0, SignatureLength);
}

/// <summary>Whom a link is for, and where they read it: whoever is written to elsewhere now is not led by what lies in their old mailbox.</summary>
/// <param name="Recipient">Who is written to.</param>
/// <param name="AddressHash">What the address is known by.</param>
/// <param name="HasMoved">Whether the address took the place of another one.</param>
internal sealed record Mailbox(Guid Recipient, byte[] AddressHash, bool HasMoved)
{
    /// <summary>The columns of the recipient r that <see cref="Of"/> reads: the first of a row.</summary>
    public const string Columns = "r.id, r.address_hash, r.moved_at is not null";

    public static Mailbox Of(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetFieldValue<byte[]>(1), row.GetBoolean(2));
}
