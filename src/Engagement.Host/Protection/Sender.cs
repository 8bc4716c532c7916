using System.Net;
using System.Net.Sockets;
using System.Security.Claims;

namespace Engagement.Host.Protection;

/// <summary>Whom a limit counts a request to.</summary>
internal static class Sender
{
    private const int BytesOfAnIPv6Network = 8;

    /// <summary>
    /// The network address; null when there is none. One IPv6 customer has a whole network of them, so its first half stands for it. Behind a proxy it is
    /// whoever the proxy names, when the proxy is known.
    /// </summary>
    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, BytesOfAnIPv6Network)),
        IPAddress address => address.ToString(),
    };

    /// <summary>The account or API client; null for somebody who has not signed in.</summary>
    public static string? AccountOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);
}
