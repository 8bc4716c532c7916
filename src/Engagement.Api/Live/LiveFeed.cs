using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Engagement.Api.Authorization;
using GraphQL;

namespace Engagement.Api.Live;

/// <summary>What the hub and the subscriptions take updates from: who may follow is asked before, and again for what is about to be told.</summary>
public sealed class LiveFeed
{
    private readonly LiveLog _log;
    private readonly LivePosition _position;
    private readonly IPrincipals _principals;
    private Known _known = new(-1, []);

    internal LiveFeed(LiveLog log, LivePosition position, IPrincipals principals) => (_log, _position, _principals) = (log, position, principals);

    /// <summary>The updates of a subject, one by one.</summary>
    /// <param name="subject">What to follow.</param>
    /// <param name="after">The last position seen; from now on when null.</param>
    /// <param name="user">Who follows.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="GraphQLException">They may not, or not any more; or the position is none to follow from.</exception>
    public async IAsyncEnumerable<LiveUpdate> FollowAsync(
        LiveSubject subject, long? after, ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        using var follower = await OpenAsync(subject, after, user, cancellation);
        await foreach (var page in follower.ReadAsync(cancellation))
        {
            await DemandAsync(subject, user, cancellation);
            foreach (var entry in page)
                yield return subject.Topic.UpdateOf(subject, entry);
        }
    }

    /// <summary>Begins to follow; what happens after this returns is heard.</summary>
    /// <exception cref="GraphQLException">As for <see cref="FollowAsync"/>.</exception>
    internal async Task<LiveFollower> OpenAsync(LiveSubject subject, long? after, ClaimsPrincipal? user, CancellationToken cancellation)
    {
        // As they are at this moment, and not at the last event.
        var access = await subject.Topic.AccessAsync(subject, cancellation);
        if (!access.IsPublic)
            Demand(access, await LookUpAsync(user, cancellation));
        return _log.Join(subject, await _position.BeginAsync(after, cancellation));
    }

    /// <summary>Asks again, as things and people are after what is about to be told. Each is looked up once for an event.</summary>
    internal async ValueTask DemandAsync(LiveSubject subject, ClaimsPrincipal? user, CancellationToken cancellation)
    {
        var access = await _log.AccessAsync(subject).WaitAsync(cancellation);
        if (!access.IsPublic)
            Demand(access, await KnownAsync(user, cancellation));
    }

    private static void Demand(LiveAccess access, Asker asker)
    {
        if (!access.Allows(asker))
            throw Refusals.For(asker);
    }

    private Task<Asker> KnownAsync(ClaimsPrincipal? user, CancellationToken cancellation)
    {
        if (user is null)
            return Task.FromResult(Asker.Nobody);
        var turn = _log.Turn;
        var known = Volatile.Read(ref _known);
        if (known.Turn != turn)
            Volatile.Write(ref _known, known = new Known(turn, []));

        // Several connections of one session are one person.
        return known.Askers.GetOrAdd((object?)SignIn.SignedIn.SessionId(user) ?? user, _ => LookUpAsync(user, CancellationToken.None)).WaitAsync(cancellation);
    }

    private async Task<Asker> LookUpAsync(ClaimsPrincipal? user, CancellationToken cancellation) =>
        user?.Identity?.IsAuthenticated == true ? Asker.Of(await _principals.NowAsync(user, cancellation)) : Asker.Nobody;

    private sealed record Known(long Turn, ConcurrentDictionary<object, Task<Asker>> Askers);
}
