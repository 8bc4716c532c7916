using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Webhooks;

/// <summary>
/// The secrets of webhooks, and what they sign, as Standard Webhooks has it. A secret follows from its number and the platform's key, as a receipt's does:
/// it is kept nowhere, so the database gives none away, and whoever repeats their request is given the same again.
/// </summary>
public sealed class WebhookSecrets(byte[] platformKey)
{
    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "whsec_";

    /// <summary>How long a secret goes on signing beside a newer one.</summary>
    public static TimeSpan Overlap { get; } = TimeSpan.FromDays(1);

    /// <summary>A secret as its webhook is given it.</summary>
    public string TextOf(Guid webhook, int number) => Prefix + Convert.ToBase64String(KeyOf(webhook, number));

    /// <summary>The header webhook-signature: a signature by each of these secrets.</summary>
    public string Sign(Guid webhook, IEnumerable<int> numbers, string id, DateTimeOffset at, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ', numbers.Select(number => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(webhook, number), signed))}"));
    }

    private byte[] KeyOf(Guid webhook, int number) =>
        HMACSHA256.HashData(platformKey, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"webhook secret:{webhook:N}:{number}")));
}
