using System.Net;
using Engagement.Common;

namespace Engagement.Webhooks;

/// <summary>Has a program told when something is published.</summary>
/// <param name="Name">Which program.</param>
/// <param name="Address">Where it is told: an address that begins with https://.</param>
/// <param name="Kinds">Of what: some of <c>webhookKinds</c>.</param>
public sealed record CreateWebhook(string Name, string Address, IReadOnlyList<string> Kinds)
{
    /// <summary>As many as are looked through for every thing that is published.</summary>
    public const int Most = 100;

    /// <summary>Of one program.</summary>
    public const int MostOfOne = 10;

    private const int LongestAddress = 2_000;

    private const string HttpRefused =
        "Enter a web address that starts with https://. Plain http is only for whoever runs the platform to allow, with the setting Webhooks:AllowHttp";

    private const string PrivateRefused =
        "Enter an address that can be reached from the internet. Addresses inside a private network are only for whoever runs the platform to allow, with the setting Webhooks:AllowPrivateAddresses";

    /// <summary>The program that looks after it; null where administrators do.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Who asks: the secret is repeated to nobody else.</summary>
    public Guid? By { get; init; }

    /// <summary>The same without what is there twice or by mistake.</summary>
    internal CreateWebhook Clean() => this with { Name = CleanText.OneLine(Name), Address = Address.Trim(), Kinds = [.. Kinds.Distinct()] };

    /// <summary>What is wrong with it.</summary>
    internal static Refusal? Check(CreateWebhook command, WebhookOptions options)
    {
        if (command.Name.Length == 0)
            return new Refusal("NAME_MISSING", "Say which program this is for", "name");
        if (CleanText.TooLong(command.Name, CleanText.LineLimit, "name") is { } tooLong)
            return tooLong;
        if (!Uri.TryCreate(command.Address, UriKind.Absolute, out var address) || command.Address.Length > LongestAddress || !IsWeb(address))
            return new Refusal("URL_INVALID", "Enter a web address that starts with https://", "address");
        if (address.Scheme == Uri.UriSchemeHttp && !options.AllowsHttpTo(address))
            return new Refusal("URL_INVALID", HttpRefused, "address");
        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
            return new Refusal("URL_INVALID", "Enter the address without a name and password, and without what comes after #", "address");
        if (!options.AllowPrivateAddresses && !options.IsThisMachine(address) && IsPrivate(address))
            return new Refusal("ADDRESS_NOT_ALLOWED", PrivateRefused, "address");
        if (command.Kinds.Count == 0)
            return new Refusal("KINDS_MISSING", "Choose at least one thing to be told of", "kinds");
        return command.Kinds.Except(WebhookKinds.All.Select(kind => kind.Name)).Any()
            ? new Refusal("KIND_UNKNOWN", "Choose from the things that there are", "kinds")
            : null;
    }

    private static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;

    // A name is looked up where the connection is made: what it leads to may be another thing tomorrow.
    private static bool IsPrivate(Uri address) => address.IsLoopback || (IPAddress.TryParse(address.DnsSafeHost, out var ip) && !PublicAddress.Is(ip));
}
