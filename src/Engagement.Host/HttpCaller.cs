using Engagement.Host.Protection;
using Engagement.SignIn;

namespace Engagement.Host;

/// <summary>Who asks, by the network they ask from.</summary>
internal sealed class HttpCaller(IHttpContextAccessor requests) : ICaller
{
    public string? NetworkAddress => requests.HttpContext is { } context ? Sender.AddressOf(context) : null;
}
