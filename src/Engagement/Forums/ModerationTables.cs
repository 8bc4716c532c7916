using Engagement.Releases;

namespace Engagement.Forums;

/// <summary>What became of a month's contributions as tables that hang together: each asks one thing of all of them.</summary>
internal sealed record ModerationTables(
    CountTable ReleasedAtFirst, CountTable Held, CountTable Returned, CountTable Refused, CountTable Reasons, CountTable Appealed, CountTable Appeals)
{
    private const string Of = "contributions received";
    private const string RefusedBy = "refused";
    private const string AppealedBy = "appealed";
    private const string Yes = "yes";
    private const string No = "no";

    public IReadOnlyList<CountTable> All => [ReleasedAtFirst, Held, Returned, Refused, Reasons, Appealed, Appeals];

    /// <param name="received">All of them.</param>
    /// <param name="releasedAtFirst">Those released without having been held, returned or refused before.</param>
    /// <param name="held">Those held at any time.</param>
    /// <param name="returned">Those returned at any time.</param>
    /// <param name="refused">Those refused at any time, by the last reason.</param>
    /// <param name="appeals">Those appealed about, by what became of it.</param>
    public static ModerationTables From(
        int received, int releasedAtFirst, int held, int returned, Func<RefusalReason, int> refused, Func<AppealState, int> appeals)
    {
        int[] reasons = [.. Enum.GetValues<RefusalReason>().Select(refused)];
        AppealState[] decided = [.. Enum.GetValues<AppealState>().Where(state => state != AppealState.None)];
        int[] appealed = [.. decided.Select(appeals)];
        return new ModerationTables(
            YesOrNo("released at first", releasedAtFirst),
            YesOrNo("held", held),
            YesOrNo("returned", returned),
            YesOrNo(RefusedBy, reasons.Sum()),
            CountTable.Line("refused because", CountTable.Part(Of, RefusedBy, Yes), "reason", Enum.GetNames<RefusalReason>(), reasons),
            YesOrNo(AppealedBy, appealed.Sum()),
            CountTable.Line("appeal", CountTable.Part(Of, AppealedBy, Yes), "outcome", [.. decided.Select(state => state.ToString())], appealed));

        CountTable YesOrNo(string by, int count) => CountTable.Line(by, Of, by, [Yes, No], [count, received - count]);
    }
}
