using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Surveys;

/// <summary>A walk through a survey that nobody is asked yet.</summary>
internal static class TrialWalk
{
    /// <summary>The forms in which it can be tried: the questions as they are, and whatever has been begun in other words.</summary>
    public static IReadOnlyList<SurveyForm> FormsOf(SurveyDesk desk) => [.. AllFormsOf(desk).Where(form => form.Kind is not RenditionKind.Paper)];

    /// <summary>The same, with the form for paper.</summary>
    public static IReadOnlyList<SurveyForm> AllFormsOf(SurveyDesk desk) =>
    [
        SurveyForm.Standard,
        .. (desk.Survey.Renditions ?? []).Where(rendition => rendition.InstrumentVersion == desk.Survey.CurrentVersion).Select(rendition => rendition.Name),
    ];

    /// <summary>Easy Read is tried among the pages for young people, everything else there too where it is tried as one of them.</summary>
    public static Walk Of(SurveyDesk desk, SurveyFace face, AnswerDraft draft)
    {
        var survey = desk.Survey;
        var wave = new SurveyWave(survey.Id, WaveState.Open, Audience.ParentsAndCarers, default, FormsOf(desk), Rendered(desk, draft.Form));
        return new Walk(
            draft.Form.Kind is RenditionKind.EasyRead || draft.Who?.Audience is Audience.YoungPeople ? face with { Site = Site.Voice, Section = Links.VoiceSay } : face,
            new Survey(survey.Id, survey.Title, ConsultationState.Open, [], "", default, null, null, null, new SurveyName(survey.Id), [wave]),
            draft);
    }

    /// <summary>The questions in the words of a form; what has none keeps the words it has.</summary>
    private static Questionnaire Rendered(SurveyDesk desk, SurveyForm form) =>
        desk.Survey.FindRendition(form, desk.Survey.CurrentVersion) is not { } rendition
            ? desk.Survey.Current
            : new Questionnaire(
                [
                    .. desk.Survey.Current.Sections.Select(section => rendition.Find(section.Key) is { } item
                        ? section with { Title = item.Text, Introduction = item.Hint, Symbol = item.Symbol }
                        : section),
                ],
                [.. desk.Survey.Current.Questions.Select(question => rendition.Find(question.Key) is { } item ? Rendered(desk, question, item) : question)]);

    private static Question Rendered(SurveyDesk desk, Question question, RenderedItem item) => question with
    {
        Text = item.Text,
        Hint = item.Hint,
        Scale = item.Scale is { } scale ? new QuestionScale(scale) : question.Scale,
        Options = item.Options.Count > 0 ? item.Options : desk.OptionsOf(question, item.Scale),
        Symbol = item.Symbol,
        OptionSymbols = item.OptionSymbols ?? [],
    };
}
