using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.SignIn;

/// <summary>A secret of 256 random bits that somebody carries. With that many, a plain hash of it is all that needs to be kept.</summary>
internal static class SecretToken
{
    private const int Length = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
