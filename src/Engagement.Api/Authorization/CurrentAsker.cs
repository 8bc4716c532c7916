using System.Security.Claims;

namespace Engagement.Api.Authorization;

/// <summary>Whoever asks, as they are now: looked up once in each scope of services, that is once for an operation or an update.</summary>
internal sealed class CurrentAsker(IPrincipals principals, ShownReceipts? receipts = null)
{
    private readonly Lock _lock = new();
    private ClaimsPrincipal? _principal;
    private Task<Asker>? _asker;

    public ValueTask<Asker> OfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.Identity?.IsAuthenticated != true)
            return new(Asker.Nobody.Showing(receipts));
        lock (_lock)
        {
            if (_asker is null || !ReferenceEquals(_principal, principal))
                (_principal, _asker) = (principal, LookUpAsync(principal, cancellationToken));
            return _asker.IsCompletedSuccessfully ? new(_asker.Result) : new(_asker);
        }
    }

    private async Task<Asker> LookUpAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        Asker.Of(await principals.NowAsync(principal, cancellationToken)).Showing(receipts);
}
