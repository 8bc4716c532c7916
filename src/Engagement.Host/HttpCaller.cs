using System.Net.Sockets;
using Engagement.SignIn;

namespace Engagement.Host;

/// <summary>Who asks, by the network they ask from. Behind a proxy that is the proxy, unless ASPNETCORE_FORWARDEDHEADERS_ENABLED lets it say for whom.</summary>
internal sealed class HttpCaller(IHttpContextAccessor requests) : ICaller
{
    private const int HomeNetworkBytes = 8;

    public string? NetworkAddress
    {
        get
        {
            var address = requests.HttpContext?.Connection.RemoteIpAddress;
            if (address?.IsIPv4MappedToIPv6 == true)
                address = address.MapToIPv4();

            // A home has a whole network of IPv6 addresses, so it is the network that is counted.
            return address?.AddressFamily == AddressFamily.InterNetworkV6
                ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, HomeNetworkBytes))
                : address?.ToString();
        }
    }
}
