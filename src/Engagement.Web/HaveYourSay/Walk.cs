using Engagement.Web.Consultations;

namespace Engagement.Web.HaveYourSay;

/// <summary>One page of a survey: who answers, what is said before a section (numbered from 1), or a question (numbered from 1).</summary>
public sealed record SurveyStep(SurveyStepKind Kind, int Number = 0);

public enum SurveyStepKind
{
    Who,
    Introduction,
    Question,
}

/// <summary>
/// One person's way through a survey, under a face: what is asked of them, given what they have answered so far. Which questions those are follows the rule
/// that the schema states at <c>Wave.questionnaire</c>; whether the answers can be taken, the platform says when they are sent.
/// </summary>
public sealed record Walk(SurveyFace Face, Survey Survey, AnswerDraft? Draft)
{
    private IReadOnlyList<Question>? _asked;
    private IReadOnlyList<SurveyStep>? _steps;

    public string Slug => Survey.Slug;

    /// <summary>The survey that is answered. Where a face is for one group, never one that asks only others.</summary>
    public SurveyWave? Wave =>
        Survey.For(Draft?.Who?.Audience ?? Face.Audience) is { } wave && (Face.Audience is null || wave.Audience is null || wave.Audience == Face.Audience) ? wave : null;

    public Questionnaire Questionnaire => Wave?.Questionnaire ?? Questionnaire.Empty;

    public bool IsOpen => Survey.State is ConsultationState.Open && Wave is { State: WaveState.Open } && Questionnaire.Questions.Count > 0;

    public bool IsComing => Survey.State is ConsultationState.Coming || Wave?.State is WaveState.Coming;

    public DateOnly? ClosesOn => Wave?.ClosesOn ?? Survey.ClosesOn;

    /// <summary>The language of the questions, where it is not the page's.</summary>
    public string? Language => Draft is { Form.Language: var code } && !Languages.Current.Name.StartsWith(code, StringComparison.OrdinalIgnoreCase) ? code : null;

    /// <summary>The questions that the answers have led to, in their order. An answer to a question that is not asked counts as not given.</summary>
    public IReadOnlyList<Question> Asked => _asked ??= FindAsked();

    /// <summary>Whether which questions are asked depends on the answers.</summary>
    public bool Branches => Questionnaire.Questions.Any(q => q.ShownWhen.Count > 0) || Questionnaire.Sections.Any(s => s.ShownWhen.Count > 0);

    public IReadOnlyList<SurveyStep> Steps => _steps ??= [.. FindSteps()];

    /// <summary>
    /// Whether people are asked who they are: they are not where the survey asks one group of grown-ups. A survey of young people is asked because somebody
    /// may write for them.
    /// </summary>
    public bool AsksWho => Survey.For(Face.Audience)?.Audience is null or Audience.YoungPeople || (Face.Audience is null && AudiencesOfOpen.Count > 1);

    /// <summary>Those who may answer: whom the surveys that are open ask, else whom the consultation asks, else anybody.</summary>
    public IReadOnlyList<Audience> Audiences
    {
        get
        {
            if (Face.Audience is { } one && AudiencesOfOpen.Contains(one))
                return [one];
            if (AudiencesOfOpen is { Count: > 0 } groups && !groups.Contains(null))
                return [.. groups.OfType<Audience>()];
            return Survey.Audiences is { Count: > 0 } asked ? asked : [Audience.ParentsAndCarers, Audience.YoungPeople, Audience.Staff, Audience.Organisations];
        }
    }

    private List<Audience?> AudiencesOfOpen => [.. Survey.Waves.Where(wave => wave.State is WaveState.Open).Select(wave => wave.Audience).Distinct()];

    public Question? Find(int number) => number >= 1 && number <= Questionnaire.Questions.Count ? Questionnaire.Questions[number - 1] : null;

    public int NumberOf(Question question) => Questionnaire.Questions.Index().First(q => q.Item.Key == question.Key).Index + 1;

    public QuestionSection? SectionOf(Question question) => Questionnaire.Sections.FirstOrDefault(s => s.Key == question.Section);

    public Walk With(AnswerDraft draft) => new(Face, Survey, draft);

    public string Address(SurveyStep? step, bool thenCheck = false) => step switch
    {
        { Kind: SurveyStepKind.Who } => Face.Who(Slug, thenCheck),
        { Kind: SurveyStepKind.Introduction } => Face.Introduction(Slug, step.Number),
        { Kind: SurveyStepKind.Question } => Face.Question(Slug, step.Number, thenCheck),
        _ => Face.Check(Slug),
    };

    public string After(SurveyStep step) => Address(Steps.SkipWhile(s => s != step).Skip(1).FirstOrDefault());

    public string Before(SurveyStep step) => Steps.TakeWhile(s => s != step).LastOrDefault() is { } before ? Address(before) : Face.Start(Slug);

    /// <summary>The first page that still wants an answer; the check when none does.</summary>
    public string FirstUnanswered() => Address(Steps.FirstOrDefault(Wants));

    /// <summary>The first page that must be answered and is not; null when the answers can be checked.</summary>
    public SurveyStep? FirstMissing() => Steps.FirstOrDefault(step => Wants(step) && (step.Kind is SurveyStepKind.Who || !Find(step.Number)!.CanBeLeftOut));

    private bool Wants(SurveyStep step) => step.Kind switch
    {
        SurveyStepKind.Who => Draft?.Who is null,
        SurveyStepKind.Question => Draft?[Find(step.Number)!] is null,
        _ => false,
    };

    private List<Question> FindAsked()
    {
        var asked = new List<Question>();
        foreach (var question in Questionnaire.Questions)
        {
            if ((SectionOf(question)?.ShownWhen ?? []).Concat(question.ShownWhen).All(Holds))
                asked.Add(question);
        }

        return asked;

        bool Holds(ShownWhen condition) =>
            asked.Find(earlier => earlier.Key == condition.QuestionKey) is { } question && (Draft?[question]?.Chosen(question) ?? []).Any(condition.AnyOf.Contains);
    }

    private IEnumerable<SurveyStep> FindSteps()
    {
        if (AsksWho)
            yield return new SurveyStep(SurveyStepKind.Who);
        string? section = null;
        foreach (var question in Asked)
        {
            if (question.Section != section && SectionOf(question) is { Introduction: { Length: > 0 } } entered)
                yield return new SurveyStep(SurveyStepKind.Introduction, Questionnaire.Sections.Index().First(s => s.Item == entered).Index + 1);
            section = question.Section;
            yield return new SurveyStep(SurveyStepKind.Question, NumberOf(question));
        }
    }
}
