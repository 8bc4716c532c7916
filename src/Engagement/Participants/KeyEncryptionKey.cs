using System.Security.Cryptography;

namespace Engagement.Participants;

/// <summary>Wraps the subjects' keys. It is kept outside the database, so that the database alone reads nothing.</summary>
public sealed class KeyEncryptionKey
{
    public const int Length = 32;

    private readonly byte[] _key;

    public KeyEncryptionKey(byte[] key)
    {
        if (key is not { Length: Length })
            throw new ArgumentException($"The key-encryption key must have {Length} bytes.", nameof(key));

        _key = key;
        // Names the key in the database without telling anything about it.
        Id = Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 8));
    }

    public string Id { get; }

    internal byte[] Wrap(Guid subject, byte[] key) => Sealing.Seal(_key, key, subject);

    internal byte[] Unwrap(Guid subject, byte[] wrapped) => Sealing.Open(_key, wrapped, subject);
}
