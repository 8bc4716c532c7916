namespace Engagement.Api.Authorization;

/// <summary>
/// Which things of a kind a permission reaches. It is asked about each one after it is loaded and before anything of it is shown, wherever in the
/// schema it turns up; and before a command, about the things that its arguments name.
/// </summary>
/// <typeparam name="T">The things.</typeparam>
public interface IObjectRule<in T>
{
    /// <summary>Whether anyone may read it, signed in or not.</summary>
    bool IsPublic(T thing) => false;

    /// <summary>Whether who asks has shown the receipt of it in this request.</summary>
    bool IsHeldBy(Asker asker, T thing) => false;

    /// <summary>Whether who asks may touch it, by one of the roles that give them the permission.</summary>
    bool Allows(Asker asker, Grant grant, T thing);
}
