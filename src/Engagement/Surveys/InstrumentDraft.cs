using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>A version in the making, as its editor sees it.</summary>
/// <param name="InstrumentVersion">The number it will be published under.</param>
/// <param name="Questionnaire">Its sections and questions.</param>
/// <param name="Changes">What it changes of the published version.</param>
/// <param name="Blocks">What has to be done before it can be published.</param>
public sealed record InstrumentDraft(
    int InstrumentVersion, Questionnaire Questionnaire, IReadOnlyList<QuestionChange> Changes, IReadOnlyList<Refusal> Blocks)
{
    /// <summary>Null: nothing is being made.</summary>
    public static InstrumentDraft? Of(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        if (instrument.Draft is not { } draft)
            return null;

        var published = instrument.Versions.Count == 0 ? null : instrument.Versions[^1].ToQuestionnaire();
        var changes = published is null ? [] : DraftChanges.Between(published, draft, instrument.Declared);
        return new InstrumentDraft(instrument.NextVersion, draft, changes, [.. Block(instrument, draft, published, changes)]);
    }

    private static IEnumerable<Refusal> Block(
        Instrument instrument, Questionnaire draft, Questionnaire? published, IReadOnlyList<QuestionChange> changes)
    {
        if (draft.Questions.Count == 0)
            yield return new Refusal("QUESTIONS_MISSING", "Add a question before you publish this survey");

        if (published is not null && draft.IsSameAs(published))
            yield return new Refusal("NOTHING_CHANGED", $"Nothing has changed since version {instrument.PublishedVersion}");

        string[] unsaid = [.. changes.Where(c => c is { Kind: QuestionChangeKind.Changed, Continuity: null }).Select(c => c.Key)];
        if (unsaid.Length > 0)
        {
            yield return new Refusal(
                "CONTINUITY_MISSING",
                $"Say of each changed question whether it still asks the same: {string.Join(", ", unsaid)}",
                "continuity");
        }

        foreach (var section in draft.Sections.Where(s => draft.Questions.All(q => q.Section != s.Key)))
            yield return new Refusal("SECTION_EMPTY", $"Add a question to the section “{section.Title}”, or remove it");
    }
}
