using System.Security.Cryptography;

namespace Engagement.Participants;

/// <summary>
/// AES-256-GCM in the layout version | nonce | tag | cipher text. The subject is authenticated with it, so that
/// one person's sealed words cannot be passed off as another's.
/// </summary>
internal static class Sealing
{
    private const byte LayoutVersion = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + NonceLength + TagLength;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, Guid subject)
    {
        var box = new byte[HeaderLength + plain.Length];
        box[0] = LayoutVersion;
        var nonce = box.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);

        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, box.AsSpan(HeaderLength), box.AsSpan(1 + NonceLength, TagLength), subject.ToByteArray());
        return box;
    }

    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, Guid subject)
    {
        if (box.Length < HeaderLength || box[0] != LayoutVersion)
            throw new CryptographicException("These bytes were not sealed by this platform.");

        var plain = new byte[box.Length - HeaderLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            box.Slice(1, NonceLength),
            box[HeaderLength..],
            box.Slice(1 + NonceLength, TagLength),
            plain,
            subject.ToByteArray());
        return plain;
    }
}
