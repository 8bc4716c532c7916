using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Engagement.Common;

/// <summary>
/// Tells whether two requests have the same content without keeping it. Keyed, because a plain hash of a short answer could be guessed.
/// </summary>
public sealed class RequestFingerprint(byte[] platformKey)
{
    public string Of(object command)
    {
        var content = $"request:{command.GetType().Name}:{JsonSerializer.Serialize(command, command.GetType())}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(platformKey, Encoding.UTF8.GetBytes(content)));
    }
}
