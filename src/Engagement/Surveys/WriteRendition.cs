using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>Gives some of a version's questions and sections their words in another form or language.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Rendition">Which form and language.</param>
/// <param name="InstrumentVersion">The number of the version: one that was published, or the one that the draft will have.</param>
/// <param name="Items">The words of some of its questions and sections. They take the place of earlier ones.</param>
public sealed record WriteRendition(Guid InstrumentId, RenditionName Rendition, int InstrumentVersion, IReadOnlyList<RenderedItem> Items)
{
    public static Decision Decide(WriteRendition command, Instrument instrument, RenditionAuthor author)
    {
        var name = RenditionRules.Clean(command.Rendition);
        if (RenditionRules.Check(name) is { } unfit)
            return Decision.Refuse(unfit);

        if (instrument.FindVersion(command.InstrumentVersion) is not { } questionnaire)
            return Decision.Refuse("INSTRUMENT_VERSION_MISSING", "This survey has no such version", "instrumentVersion");

        if (instrument.Draft is null || command.InstrumentVersion != instrument.NextVersion)
        {
            // People may be answering it in these words.
            if (instrument.FindRendition(name, command.InstrumentVersion)?.ApprovedByRole is not null)
                return Decision.Refuse("RENDITION_APPROVED", "These words have been approved. Make a new version for the next wave to change them");
        }

        RenderedItem[] items = [.. command.Items.Select(Clean)];
        if (items.Length == 0)
            return Decision.Refuse("ITEMS_MISSING", "Enter the words of at least one question", "items");

        if (items.DistinctBy(i => i.Key).Count() < items.Length)
            return Decision.Refuse("ITEM_GIVEN_TWICE", "Give the words of each question once", "items");

        return items.Select(item => Check(item, name, questionnaire)).FirstOrDefault(refusal => refusal is not null) is { } refused
            ? Decision.Refuse(refused)
            : Decision.To(new RenditionWritten(name, command.InstrumentVersion, items, author));
    }

    private static RenderedItem Clean(RenderedItem item) => new(
        CleanText.OneLine(item.Key),
        CleanText.OneLine(item.Text),
        CleanText.OrNull(item.Hint),
        [.. item.Options.Select(o => new QuestionOption(CleanText.OneLine(o.Key), CleanText.OneLine(o.Label)))],
        CleanText.OrNull(item.Scale))
    {
        Symbol = CleanText.OrNull(item.Symbol),
        OptionSymbols = item.OptionSymbols?.Select(o => new OptionSymbol(CleanText.OneLine(o.Key), CleanText.OneLine(o.Symbol))).ToList(),
    };

    private static Refusal? Check(RenderedItem item, RenditionName name, Questionnaire questionnaire)
    {
        var question = questionnaire.Questions.FirstOrDefault(q => q.Key == item.Key);
        if (question is null && questionnaire.FindSection(item.Key) is null)
            return new Refusal("ITEM_UNKNOWN", "This version has no such question or section", item.Key);

        if (item.Text.Length == 0)
            return new Refusal("QUESTION_TEXT_MISSING", "Enter the words of the question", item.Key);

        return CleanText.TooLong(item.Text, 1_000, item.Key)
            ?? CleanText.TooLong(item.Hint, question is null ? CleanText.ParagraphLimit : 1_000, item.Key)
            ?? CheckScale(item, name, question, questionnaire)
            ?? CheckOptions(item, name, OptionsOf(item, question))
            ?? SymbolRules.Check(item, name, OptionsOf(item, question));
    }

    private static Refusal? CheckScale(RenderedItem item, RenditionName name, Question? question, Questionnaire questionnaire)
    {
        if (item.Scale is not { } scale)
            return null;

        if (name.Kind != RenditionKind.EasyRead)
            return new Refusal("SCALE_NOT_ALLOWED", "Only an Easy Read version may have another scale", item.Key);

        if (question is not { IsOnScale: true } || AnswerScales.Find(scale)?.Kind != question.Kind)
            return new Refusal("SCALE_UNKNOWN", "Choose a scale of the same kind as the question's own", item.Key);

        // The other scale has other answers, so what depends on these answers would never be shown.
        var all = questionnaire.Sections.SelectMany(s => s.ShownWhen).Concat(questionnaire.Questions.SelectMany(q => q.ShownWhen));
        return scale != question.Scale && all.Any(condition => condition.QuestionKey == item.Key)
            ? new Refusal("SCALE_NOT_ALLOWED", "Other questions are shown after an answer to this one, so it keeps its scale", item.Key)
            : null;
    }

    private static IReadOnlyList<QuestionOption> OptionsOf(RenderedItem item, Question? question) =>
        question is null ? [] : InstrumentRendition.OptionsOf(question, item.Scale);

    private static Refusal? CheckOptions(RenderedItem item, RenditionName name, IReadOnlyList<QuestionOption> expected)
    {
        if (item.Options.Count == 0)
        {
            return expected.Count > 0 && name.Language != RenditionName.StandardLanguage
                ? new Refusal("OPTION_LABEL_MISSING", "Translate each answer that can be chosen", item.Key)
                : null;
        }

        if (!item.Options.Select(o => o.Key).SequenceEqual(expected.Select(o => o.Key)))
            return new Refusal("OPTIONS_DIFFER", "Give the same answers in the same order as in the question, in other words", item.Key);

        return item.Options.Any(o => o.Label.Length is 0 or > CleanText.LineLimit)
            ? new Refusal("OPTION_LABEL_MISSING", "Give each answer a label of 300 characters or fewer", item.Key)
            : null;
    }
}
