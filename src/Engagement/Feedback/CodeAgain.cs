using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Codes a view of a sample without knowing how it was coded before. No themes: it is not codable.</summary>
/// <param name="SampleId">The sample.</param>
/// <param name="ViewId">A view of it.</param>
/// <param name="ThemeIds">The themes it makes the point of; none: it is not codable. At most 50.</param>
public sealed record CodeAgain(Guid SampleId, Guid ViewId, IReadOnlyList<Guid> ThemeIds)
{
    private const int Most = 50;

    /// <param name="command">The themes it would carry.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="view">The view, as it was coded first.</param>
    /// <param name="themes">The themes of the command.</param>
    /// <param name="coderId">The pseudonym of who codes it now.</param>
    public static Decision Decide(CodeAgain command, CodingSample sample, View view, IReadOnlyList<CodingTheme> themes, Guid? coderId)
    {
        if (!sample.ViewIds.Contains(view.Id))
            return Decision.Refuse("VIEW_NOT_IN_SAMPLE", "This view is not in the sample", "viewId");

        if (coderId is not { } coder)
            return Decision.Refuse("CODER_UNKNOWN", "Sign in with your own account to code views a second time");

        if (view.CoderIds.Contains(coder))
            return Decision.Refuse("SAME_CODER", "You coded this view the first time. Somebody else must code it the second time", "viewId");

        if (ViewRules.NotWithdrawn(view) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (sample.Done.Contains(view.Id))
            return Decision.Refuse("VIEW_ALREADY_CODED_AGAIN", "This view has been coded a second time already", "viewId");

        foreach (var theme in themes)
        {
            if ((theme.TakesCodes() ?? ViewRules.BelongsTo(view, theme)) is { } refusal)
                return Decision.Refuse(refusal);
        }

        return Decision.To(new SecondCodingGiven(view.Id, [.. themes.Select(theme => theme.Card.Id).Distinct()], [.. view.ThemeIds.Distinct()]));
    }

    /// <summary>What can be said before the themes are looked at.</summary>
    internal static Refusal? Check(CodeAgain command) => Lists.Check(command.ThemeIds, Most, "themes", "themeIds");
}
