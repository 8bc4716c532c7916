using Engagement.Releases;

namespace Engagement.History;

internal static class ReleaseSentences
{
    public static void AddTo(Sentences sentences) => sentences
        .Tell<ReleaseDrafted>(e => new Told($"The figures were made: {e.Title}", e.RevisedBecause))
        .Tell<DisclosureCheckPassed>(e => new Told($"The check for disclosure passed them (policy {e.Policy}, version {e.PolicyVersion})"))
        .Tell<DisclosureCheckFailed>(e => new Told($"The check for disclosure did not let them through (policy {e.Policy}, version {e.PolicyVersion})"))
        .Tell<ReleaseApproved>("A second person agreed that they are published")
        .Tell<ReleaseDraftReplaced>("A later draft took their place")
        .Tell<ReleasePublished>("The figures were published, and are frozen")
        .Tell<ReleaseRevised>(e => new Told("A later release took their place; these stay readable", e.Reason));
}
