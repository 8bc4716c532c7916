using Engagement.Web.Staff.Activities;

namespace Engagement.Web.Staff.Charter;

/// <summary>The addresses of the pages for charters, and for the services that are commissioned by them.</summary>
internal static class CharterLinks
{
    public const string List = $"{Links.Staff}/charter";
    public const string New = $"{List}/new";
    public const string Editions = $"{List}/editions";
    public const string NewEdition = $"{Editions}/new";

    /// <summary>The last parts of the addresses of the forms for a service and its cells.</summary>
    public const string Claim = "claim";
    public const string Reject = "reject";

    public static string Edition(string id) => $"{Editions}/{Uri.EscapeDataString(id)}";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string Stage(string id, string step) => $"{Of(id)}/stage/{step}";

    public static string Check(string id) => $"{Of(id)}/check";

    public static string Rescore(string id, string? edition = null) => Links.With($"{Of(id)}/rescore", ("edition", edition));

    public static string OneClaim(string id, string claim) => $"{Of(id)}/claims/{Uri.EscapeDataString(claim)}";

    public static string Cell(string id, string principle, CycleStage stage) => $"{Of(id)}/cells/{Uri.EscapeDataString(principle)}/{CharterWords.Slug(stage)}";

    public static string Cell(string id, string principle, CycleStage stage, string step) => $"{Cell(id, principle, stage)}/{step}";

    /// <summary>A form for one piece of evidence: to claim it, or not to take it.</summary>
    public static string Evidence(string id, string principle, CycleStage stage, string step, EvidenceItem item, string? rule) => Links.With(
        Cell(id, principle, stage, step), ("kind", CharterWords.Slug(item.Kind)), ("evidence", item.Id), ("rule", rule));

    /// <summary>Where what happened can be seen, for those who may; null for others.</summary>
    public static string? Thing(EvidenceItem item, Viewer viewer) => item.Kind switch
    {
        EvidenceKind.ActivityHeld when viewer.May("activities.read") => $"{Links.Staff}/activities/{Uri.EscapeDataString(item.ThingId)}",
        EvidenceKind.LoopPublished or EvidenceKind.LoopClosed or EvidenceKind.LoopConfirmed when viewer.May("loops.read") => Links.Loop(item.ThingId),
        EvidenceKind.WaveClosed when viewer.May("consultations.read-drafts") => $"{Links.Staff}/waves/{Uri.EscapeDataString(item.ThingId)}",
        _ => null,
    };
}
