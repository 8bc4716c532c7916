using Engagement.Common;

namespace Engagement.Api.Authorization;

/// <summary>The rules that most things have: the reach of the permission and nothing more.</summary>
internal static class Reaching
{
    /// <summary>Things that lie in a district. An account that names no area is good for all of them, and for what lies in none.</summary>
    /// <param name="district">The code of a thing's district; null for the whole county, which is not within any area.</param>
    public static IObjectRule<T> Area<T>(Func<T, string?> district) => new Rule<T>((asker, grant, thing) => grant.Reach switch
    {
        Reach.Everywhere => true,
        Reach.OwnArea => asker.Areas.Count == 0 || (District.Find(district(thing))?.Area is { } area && asker.Areas.Contains(area)),
        _ => false,
    });

    /// <summary>Things that are somebody's own.</summary>
    /// <param name="owner">The pseudonym of whose a thing is.</param>
    public static IObjectRule<T> Own<T>(Func<T, Guid> owner) => new Rule<T>((asker, grant, thing) => grant.Reach switch
    {
        Reach.Everywhere => true,
        Reach.Own => asker.ActorId is { } me && me == owner(thing),
        _ => false,
    });

    /// <summary>What a person does about themselves, and names nothing by.</summary>
    public static IObjectRule<Oneself> Self { get; } =
        new Rule<Oneself>((asker, grant, _) => grant.Reach is Reach.Own or Reach.Everywhere && asker.ActorId is not null);

    private sealed class Rule<T>(Func<Asker, Grant, T, bool> allows) : IObjectRule<T>
    {
        public bool Allows(Asker asker, Grant grant, T thing) => allows(asker, grant, thing);
    }
}
