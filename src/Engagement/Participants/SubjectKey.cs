using System.Security.Cryptography;
using System.Text;

namespace Engagement.Participants;

/// <summary>The key of one pseudonymous subject, in memory for as long as one piece of work needs it.</summary>
public sealed class SubjectKey
{
    private readonly byte[] _key;

    internal SubjectKey(Guid subject, byte[] key)
    {
        Subject = subject;
        _key = key;
    }

    public Guid Subject { get; }

    internal static SubjectKey Generate(Guid subject) => new(subject, RandomNumberGenerator.GetBytes(KeyEncryptionKey.Length));

    internal byte[] WrappedBy(KeyEncryptionKey keyEncryptionKey) => keyEncryptionKey.Wrap(Subject, _key);

    /// <summary>SHA-256 of the key, in hexadecimal. A key is 32 random bytes: nobody finds it from its hash.</summary>
    internal string Proof() => Convert.ToHexStringLower(SHA256.HashData(_key));

    public PersonalText Seal(string words) =>
        new(Subject, Convert.ToBase64String(Sealing.Seal(_key, Encoding.UTF8.GetBytes(words), Subject)));

    public string Open(PersonalText text) =>
        Encoding.UTF8.GetString(Sealing.Open(_key, Convert.FromBase64String(text.Cipher), Subject));
}
