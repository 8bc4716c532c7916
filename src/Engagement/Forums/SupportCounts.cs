using Engagement.Releases;

namespace Engagement.Forums;

/// <summary>
/// How much support is shown. Under ten it is not, because in a small forum people would work out who it is. It is counted up to the last midnight and
/// rounded, so that nobody can watch it move when somebody they know looks at the page. Under-18s are shown none: no popularity contests.
/// </summary>
public static class SupportCounts
{
    /// <param name="untilYesterday">Supporters up to the last midnight in London.</param>
    /// <param name="ageBand">Whom the forum is for.</param>
    public static int? Shown(int untilYesterday, ForumAgeBand ageBand) =>
        ageBand == ForumAgeBand.Under18 ? null : DisclosurePolicy.Public.Lone(untilYesterday);
}
