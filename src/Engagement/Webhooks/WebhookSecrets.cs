using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Webhooks;

/// <summary>
/// The secrets of webhooks, and what they sign, as Standard Webhooks has it. Each is random and is kept sealed with the platform's key: the database alone
/// gives none away, and one that is known says nothing of the next.
/// </summary>
public sealed class WebhookSecrets(byte[] platformKey)
{
    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "whsec_";

    private const int Length = 32;

    private readonly byte[] _sealingKey = HMACSHA256.HashData(platformKey, "webhook secrets"u8);

    /// <summary>How long a secret goes on signing beside a newer one.</summary>
    public static TimeSpan Overlap { get; } = TimeSpan.FromDays(1);

    /// <summary>How long whoever asked for a secret, and lost the answer, is given it again when they repeat their request.</summary>
    public static TimeSpan ShownFor { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The header webhook-signature: a signature by each of these secrets.</summary>
    internal string Sign(IEnumerable<KeptWebhookSecret> secrets, string id, DateTimeOffset at, string body) =>
        string.Join(' ', secrets.Select(secret => Sign(KeyOf(secret), id, at, body)));

    /// <summary>A signature by a secret that nobody has, for whoever does not look at signatures.</summary>
    public static string Forge(string id, DateTimeOffset at, string body) => Sign(RandomNumberGenerator.GetBytes(Length), id, at, body);

    /// <summary>A new secret as it is kept.</summary>
    internal byte[] New(Guid webhook, int number) => Seal(webhook, number, RandomNumberGenerator.GetBytes(Length));

    /// <summary>A secret as its webhook is given it.</summary>
    internal string TextOf(KeptWebhookSecret secret) => Prefix + Convert.ToBase64String(KeyOf(secret));

    /// <summary>A secret of an earlier release as it is kept from now on: it signs as it did.</summary>
    internal byte[] SealOld(Guid webhook, int number) => Seal(webhook, number, OldKeyOf(webhook, number));

    private static string Sign(byte[] key, string id, DateTimeOffset at, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
    }

    // Bound to its place: sealed for one webhook, it opens for no other.
    private static Guid PlaceOf(Guid webhook, int number) =>
        DeterministicId.From("webhook secret", $"{webhook:N}", number.ToString(CultureInfo.InvariantCulture));

    private byte[] Seal(Guid webhook, int number, byte[] key) => Sealing.Seal(_sealingKey, key, PlaceOf(webhook, number));

    private byte[] KeyOf(KeptWebhookSecret secret) => secret.Sealed is { } box
        ? Sealing.Open(_sealingKey, box, PlaceOf(secret.WebhookId, secret.Number))
        : OldKeyOf(secret.WebhookId, secret.Number);

    // Until this release a secret was kept nowhere: it followed from the platform's key and its number.
    private byte[] OldKeyOf(Guid webhook, int number) =>
        HMACSHA256.HashData(platformKey, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"webhook secret:{webhook:N}:{number}")));
}

/// <summary>A secret as it is kept; one of an earlier release is not, until it is sealed.</summary>
internal sealed record KeptWebhookSecret(Guid WebhookId, int Number, DateTimeOffset CreatedAt, byte[]? Sealed);
