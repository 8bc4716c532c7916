using Engagement.Web.Consultations;

namespace Engagement.Web.HaveYourSay;

public sealed record Survey(
    string Slug,
    string Title,
    ConsultationState State,
    string DecisionMaker,
    DateOnly DecisionExpectedOn,
    DateOnly? OpensOn,
    DateOnly? ClosesOn,
    DateOnly? ResponseDueOn,
    SurveyWave? Wave)
{
    public bool IsOpen => State is ConsultationState.Open && Wave is { State: WaveState.Open } && Questions.Count > 0;

    public IReadOnlyList<Question> Questions => Wave?.Instrument.Questions ?? [];
}

public sealed record SurveyWave(string Id, WaveState State, SurveyInstrument Instrument);

public sealed record SurveyInstrument(IReadOnlyList<Question> Questions);

public sealed record Question(string Key, QuestionKind Kind, string Text, string? Hint, bool Optional, IReadOnlyList<QuestionOption> Options);

public sealed record QuestionOption(string Key, string Label);

public enum QuestionKind
{
    Agreement,
    SingleChoice,
    FreeText,
}
