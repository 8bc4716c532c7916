using System.Net;
using System.Net.Sockets;

namespace Engagement.Webhooks;

/// <summary>Tells addresses of the public internet from those of private networks, of this machine, and those that are for other purposes.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        // IANA's registry of special-purpose addresses, IPv4.
        Network("0.0.0.0/8"), Network("10.0.0.0/8"), Network("100.64.0.0/10"), Network("127.0.0.0/8"), Network("169.254.0.0/16"), Network("172.16.0.0/12"),
        Network("192.0.0.0/24"), Network("192.0.2.0/24"), Network("192.88.99.0/24"), Network("192.168.0.0/16"), Network("198.18.0.0/15"), Network("198.51.100.0/24"),
        Network("203.0.113.0/24"), Network("224.0.0.0/4"), Network("240.0.0.0/4"),

        // Of what is global in IPv6: protocols, documentation, and addresses that carry another one within.
        Network("2001::/23"), Network("2001:db8::/32"), Network("2002::/16"), Network("3fff::/20"),
    ];

    private static readonly IPNetwork Global = Network("2000::/3");

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || Global.Contains(plain)) && !NotPublic.Any(network => network.Contains(plain));
    }

    private static IPNetwork Network(string text) => IPNetwork.Parse(text);
}
