using Engagement.Web.Documents;
using Engagement.Web.Staff.Charter;

namespace Engagement.Web.Staff;

/// <summary>Who is at work. What a role may do is decided by the API; the pages leave out what it would refuse.</summary>
public sealed record Viewer(string? Role, IReadOnlyList<string> Permissions)
{
    /// <summary>Those for which they may speak; only pages on which that matters ask for them.</summary>
    public IReadOnlyList<Organisation> Organisations { get; init; } = [];

    public bool ReadsMetrics => May("metrics.read");

    public bool ReadsViews => May("views.read");

    public bool CodesViews => May("views.code");

    public bool Decides => May("loops.decide");

    public bool Publishes => May("entries.publish");

    public bool IsOfPact => Role?.StartsWith("pact-", StringComparison.Ordinal) == true;

    public bool May(string permission) => Permissions.Contains(permission);

    /// <summary>Who asked, of a reply that selects <c>me { role permissions }</c>.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="anyOf">Whoever has none of these has nothing to do on the page. Where none is named, whoever has no work on these pages at all.</param>
    /// <exception cref="SignInNeededException">Nobody is signed in.</exception>
    /// <exception cref="NotAllowedException">The page is not for this role: families sign in too, and may do what is theirs to do elsewhere.</exception>
    internal static Viewer Of(GraphQLReply reply, params ReadOnlySpan<string> anyOf)
    {
        if (reply.Get<Viewer>("me") is not { Role: not null } viewer)
            throw new SignInNeededException();
        if (anyOf.IsEmpty && StaffSection.For(viewer).Any())
            return viewer;
        foreach (var permission in anyOf)
        {
            if (viewer.May(permission))
                return viewer;
        }

        throw new NotAllowedException();
    }
}
