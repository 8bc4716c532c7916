using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MyProgram;

/// <summary>Says who sent a webhook.</summary>
public static class WebhookSignature
{
    private const long LongestSecondsAgo = 300;

    /// <summary>Whether a request is from whoever knows the secret, and was made just now. The body is taken as it came: parse it afterwards.</summary>
    /// <param name="secret">As it was shown: whsec_ and the key in base64.</param>
    /// <param name="id">The header webhook-id.</param>
    /// <param name="timestamp">The header webhook-timestamp.</param>
    /// <param name="signatures">The header webhook-signature.</param>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="now">What time it is.</param>
    public static bool IsGenuine(string secret, string? id, string? timestamp, string? signatures, byte[] body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > LongestSecondsAgo)
        {
            return false;
        }

        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = Encoding.UTF8.GetBytes($"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");
        // More than one while the secret is being changed: any of them will do.
        return (signatures ?? "").Split(' ').Any(one => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), expected));
    }
}
