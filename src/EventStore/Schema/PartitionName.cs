using System.Security.Cryptography;
using System.Text;

namespace EventStore;

/// <summary>What a tenant's partition is called: readable, and different for each tenant whatever characters its name has.</summary>
internal static class PartitionName
{
    private const int MaxReadable = 30;

    public static string Of(string tenantId)
    {
        var readable = new string([.. tenantId.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == '_').Take(MaxReadable)]);
        return readable == tenantId ? $"t_{readable}" : $"t_{readable}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tenantId)))[..8]}";
    }
}
