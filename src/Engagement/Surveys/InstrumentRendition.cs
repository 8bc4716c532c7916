namespace Engagement.Surveys;

/// <summary>One version's questions in another form or language, tied to them by their keys.</summary>
public sealed record InstrumentRendition(RenditionName Name, int InstrumentVersion)
{
    public IReadOnlyList<RenderedItem> Items { get; init; } = [];

    /// <summary>Items whose question has been changed since their words were written.</summary>
    public IReadOnlyList<string> OutOfDate { get; init; } = [];

    public IReadOnlyList<RenditionAuthor> Authors { get; init; } = [];

    /// <summary>The role that found it equivalent; null: not approved. Only what is approved is offered to people.</summary>
    public string? ApprovedByRole { get; init; }

    /// <summary>The keys of what has no words in it yet, or words for an older text, in the order of the questions.</summary>
    public IReadOnlyList<string> Untranslated(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        if (!Name.NeedsWords)
            return [];

        return
        [
            .. questionnaire.Sections.Select(s => s.Key).Concat(questionnaire.Questions.Select(q => q.Key))
                .Where(key => OutOfDate.Contains(key) || Items.All(i => i.Key != key)),
        ];
    }

    /// <summary>The questions in its words. What has none keeps the standard words.</summary>
    public SurveyRendition Render(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        return new SurveyRendition(
            Name,
            [.. questionnaire.Questions.Select(q => Items.FirstOrDefault(i => i.Key == q.Key) is { } item ? Render(q, item) : q)],
            [
                .. questionnaire.Sections.Select(s => Items.FirstOrDefault(i => i.Key == s.Key) is { } item
                    ? s with { Title = item.Text, Introduction = item.Hint, Symbol = item.Symbol }
                    : s),
            ]);
    }

    /// <summary>What can be chosen in an item: on the scale it names, else as in the question.</summary>
    internal static IReadOnlyList<QuestionOption> OptionsOf(Question question, string? scale) => scale is not null && AnswerScales.Find(scale) is { } other
        ? [.. other.Points, .. question.Options.Where(o => OtherAnswers.Include(o.Key))]
        : question.Options;

    private static Question Render(Question question, RenderedItem item) => question with
    {
        Text = item.Text,
        Hint = item.Hint,
        Scale = item.Scale ?? question.Scale,
        Options = item.Options.Count > 0 ? item.Options : OptionsOf(question, item.Scale),
        Symbol = item.Symbol,
        OptionSymbols = item.OptionSymbols ?? [],
    };
}
