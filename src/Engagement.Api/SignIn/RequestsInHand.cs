using System.Collections.Concurrent;
using System.Security.Claims;

namespace Engagement.Api.SignIn;

/// <summary>
/// Whom the requests in hand come from: authentication has looked them up, so nobody need do so again before the request is over. Known by the very object
/// that authentication made, which no other request has.
/// </summary>
internal sealed class RequestsInHand
{
    private readonly ConcurrentDictionary<ClaimsPrincipal, byte> _people = new(ReferenceEqualityComparer.Instance);

    /// <summary>Until it is disposed of, which is when the request is over.</summary>
    public IDisposable Add(ClaimsPrincipal person)
    {
        _people[person] = 0;
        return new Entry(this, person);
    }

    public bool Include(ClaimsPrincipal person) => _people.ContainsKey(person);

    private sealed class Entry(RequestsInHand requests, ClaimsPrincipal person) : IDisposable
    {
        public void Dispose() => requests._people.TryRemove(person, out _);
    }
}
