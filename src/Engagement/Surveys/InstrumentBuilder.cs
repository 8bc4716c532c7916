namespace Engagement.Surveys;

/// <summary>An instrument as its editor sees it.</summary>
/// <param name="Sheet">Its published versions.</param>
/// <param name="Draft">The version being made, what it changes, and what has to be done before it can be published; null: none is being made.</param>
/// <param name="Renditions">Each form and language of each version, newest version first.</param>
public sealed record InstrumentBuilder(InstrumentSheet Sheet, InstrumentDraft? Draft, IReadOnlyList<RenditionProgress> Renditions)
{
    public static InstrumentBuilder Of(InstrumentSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var instrument = sheet.Instrument;
        return new InstrumentBuilder(
            sheet,
            InstrumentDraft.Of(instrument),
            [
                .. instrument.Renditions
                    .OrderByDescending(r => r.InstrumentVersion).ThenBy(r => r.Name.Kind).ThenBy(r => r.Name.Language, StringComparer.Ordinal)
                    .Select(r => new RenditionProgress(
                        r.Name,
                        r.InstrumentVersion,
                        r.Untranslated(instrument.FindVersion(r.InstrumentVersion) ?? Questionnaire.Empty),
                        r.ApprovedByRole)
                    {
                        Items = r.Items,
                    }),
            ]);
    }
}
