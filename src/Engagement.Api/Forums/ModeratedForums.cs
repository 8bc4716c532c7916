using Engagement.Api.Authorization;
using Engagement.Forums;

namespace Engagement.Api.Forums;

/// <summary>The forums that somebody moderates: a role that may moderate does so in its own forums, or where it is named, and that may be none.</summary>
internal static class ModeratedForums
{
    // Far more forums than a county has.
    private const int MostForums = 1000;

    public static async Task<IReadOnlyList<Guid>> OfAsync(Asker asker, ForumReads forums, CancellationToken cancellation)
    {
        if (!asker.May(Permissions.Moderate))
            return [];

        var rule = new ForumRule();
        var all = await forums.ListAsync(after: null, MostForums, cancellation);
        return [.. all.Items.Where(forum => asker.GrantsOf(Permissions.Moderate).Any(grant => rule.Allows(asker, grant, forum))).Select(forum => forum.Id)];
    }
}
