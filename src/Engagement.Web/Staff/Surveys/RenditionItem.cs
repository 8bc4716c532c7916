using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Surveys;

/// <summary>A question or a section beside its words in another form or language.</summary>
/// <param name="Question">The question; null of a section.</param>
/// <param name="Section">The section; null of a question.</param>
/// <param name="Words">Its words in the other form; null: there are none yet.</param>
/// <param name="IsMissing">Whether it has no words, or words for what it said before.</param>
public sealed record RenditionItem(Question? Question, QuestionSection? Section, RenderedItem? Words, bool IsMissing)
{
    public string Key => Question?.Key ?? Section!.Key;

    public string Text => Question?.Text ?? Section!.Title;

    public string? Hint => Question is null ? Section!.Introduction : Question.Hint;

    public IReadOnlyList<QuestionOption> Options => Question?.Options ?? [];
}

/// <summary>A form or language of a version, item beside item.</summary>
public sealed record RenditionSheet(SurveyForm Name, int Version, string? ApprovedByRole, IReadOnlyList<RenditionItem> Items)
{
    /// <summary>Whether its words can still be changed: those of a published version cannot, once people may be asked in them.</summary>
    public required bool IsOpen { get; init; }

    public IEnumerable<RenditionItem> Missing => Items.Where(item => item.IsMissing);

    /// <summary>Paper in English has the words of the questions themselves.</summary>
    public bool NeedsWords => Name.Kind is RenditionKind.EasyRead || Name.Language != SurveyForm.Standard.Language;

    /// <summary>Null where the survey has no such version.</summary>
    public static RenditionSheet? Of(SurveyDesk desk, SurveyForm name, int version)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(name);
        if (desk.Survey.FindVersion(version) is not { } questionnaire)
            return null;
        var found = desk.Survey.FindRendition(name, version);
        var needsWords = name.Kind is RenditionKind.EasyRead || name.Language != SurveyForm.Standard.Language;
        var items = new List<RenditionItem>();
        // In the order people meet them: a section before its questions.
        foreach (var section in new QuestionSection?[] { null }.Concat(questionnaire.Sections))
        {
            if (section is not null)
                items.Add(new RenditionItem(null, section, found?.Find(section.Key), IsMissing(section.Key)));
            items.AddRange(questionnaire.Questions.Where(question => question.Section == section?.Key)
                .Select(question => new RenditionItem(question, null, found?.Find(question.Key), IsMissing(question.Key))));
        }

        return new RenditionSheet(name, version, found?.ApprovedByRole, items)
        {
            IsOpen = version == desk.Survey.Draft?.InstrumentVersion || found?.ApprovedByRole is null,
        };

        bool IsMissing(string key) => needsWords && (found is null || found.Untranslated.Contains(key));
    }
}
