using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.SignIn;

/// <summary>
/// The secrets of new API keys. Where a request may be repeated, the secret follows from the key's id and the platform's key, as a receipt's does: the repeat
/// is given the same, although it is kept nowhere.
/// </summary>
public sealed class KeySecrets(byte[] platformKey)
{
    internal string Of(Guid keyId) => Base64Url.EncodeToString(HMACSHA256.HashData(platformKey, Encoding.UTF8.GetBytes($"API key secret:{keyId:N}")));
}
