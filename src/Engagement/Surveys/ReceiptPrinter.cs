using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>
/// Derives a response's reference and secret from its id with the platform's key, so that a repeated submission gets the receipt it
/// was given the first time although the secret itself is kept nowhere.
/// </summary>
public sealed class ReceiptPrinter(byte[] platformKey)
{
    private const string Prefix = "SEND";
    private const int ReferenceLength = 8;
    private const int SecretLength = 16;

    public string ReferenceOf(Guid responseId) =>
        $"{Prefix}-{CrockfordBase32.InGroupsOfFour(Derive("receipt reference", responseId, ReferenceLength))}";

    public string SecretOf(Guid responseId) => CrockfordBase32.InGroupsOfFour(Derive("receipt secret", responseId, SecretLength));

    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(CrockfordBase32.Normalise(secret))));

    /// <summary>A reference as someone typed it, with or without its prefix, spaces and hyphens; null when it cannot be one.</summary>
    public static string? NormaliseReference(string? typed)
    {
        var text = CrockfordBase32.Normalise(typed);
        if (text.Length == Prefix.Length + ReferenceLength && text.StartsWith(Prefix, StringComparison.Ordinal))
            text = text[Prefix.Length..];

        return text.Length == ReferenceLength ? $"{Prefix}-{CrockfordBase32.InGroupsOfFour(text)}" : null;
    }

    /// <summary>
    /// The id of the response of a known person: they have one in a wave. With the platform's key, so that the database alone does not tell whose
    /// it is. <paramref name="attempt"/> is 1, and one more for each that they withdrew.
    /// </summary>
    public Guid ResponseIdOf(Guid waveId, Guid participantId, int attempt) => DeterministicId.From(
        "response of a participant",
        Convert.ToHexStringLower(HMACSHA256.HashData(
            platformKey, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"response:{waveId:N}:{participantId:N}:{attempt}")))));

    private string Derive(string purpose, Guid responseId, int length) =>
        CrockfordBase32.Encode(HMACSHA256.HashData(platformKey, Encoding.UTF8.GetBytes($"{purpose}:{responseId:N}")), length);
}
