using System.Security.Cryptography;
using System.Text;

namespace Engagement.Common;

/// <summary>
/// Ids that follow from what a thing is, so that making it twice meets the first one: a UUID version 8 over SHA-256.
/// </summary>
public static class DeterministicId
{
    public static Guid From(string kind, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, kind);
        foreach (var part in parts)
            Append(hash, part);

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest[..16], bigEndian: true);
    }

    /// <summary>The id of a new thing: the same for a repeat with the same idempotency key, otherwise in order of creation.</summary>
    public static Guid ForNew(string kind, string? idempotencyKey) =>
        idempotencyKey is null ? Guid.CreateVersion7() : From(kind, idempotencyKey);

    // Each part is preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
