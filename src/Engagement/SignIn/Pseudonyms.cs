using System.Security.Cryptography;
using System.Text;
using Engagement.Common;

namespace Engagement.SignIn;

/// <summary>
/// Names for people that tell nobody who they are: keyed with the platform's key, so that the database alone cannot be searched for somebody whose
/// name or address one knows.
/// </summary>
public sealed class Pseudonyms(byte[] platformKey)
{
    /// <summary>The actor id of somebody whom an issuer knows as a subject: the same at every sign-in, and another for each issuer.</summary>
    public Guid ActorOf(string issuer, string subject) => DeterministicId.From("actor", Convert.ToHexStringLower(Hash("actor", issuer, subject)));

    /// <summary>A keyed hash by which something can be found again, and not be read.</summary>
    public byte[] Hash(string purpose, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, platformKey);
        Append(hash, purpose);
        foreach (var part in parts)
            Append(hash, part);
        return hash.GetHashAndReset();
    }

    // Each part is preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
