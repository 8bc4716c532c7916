using System.Security.Cryptography;
using System.Text;
using Engagement.Common;

namespace Engagement.FeedbackPoints;

/// <summary>
/// Turns the reference of a case into what is kept of it. With the platform's key, because references are few enough to try them all.
/// </summary>
public sealed class CaseReferences(byte[] platformKey)
{
    private const int Longest = 50;

    /// <summary>However it was typed: letters and digits count, in upper case.</summary>
    public string HashOf(string reference) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(platformKey, Encoding.UTF8.GetBytes($"case reference:{Normalise(reference)}")));

    public static Refusal? Check(string? reference) => Normalise(reference).Length is > 0 and <= Longest
        ? null
        : new Refusal("CASE_REFERENCE_MISSING", "Enter the case reference, as on our letters", "caseReference");

    private static string Normalise(string? reference) => new([.. (reference ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
}
