using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Paper;

/// <summary>A survey whose forms on paper are typed in.</summary>
public sealed record PaperSurvey(
    string Id,
    string? Title,
    WaveState State,
    DateOnly ClosesOn,
    DateOnly? LateUntil,
    PaperConsultation? Consultation,
    PaperInstrument Instrument,
    Audience? Audience = null,
    IReadOnlyList<SurveyForm>? OfferedIn = null,
    Questionnaire? Questionnaire = null)
{
    public string Name => Title ?? Consultation?.Title ?? Instrument.Title;

    /// <summary>Of whom one has to say who filled a form in; empty where the survey asks one group only.</summary>
    public IReadOnlyList<Audience> WhoMayAnswer => Audience is not null ? [] : Consultation?.Audiences is { Count: > 0 } asked ? asked : Enum.GetValues<Audience>();
}

public sealed record PaperConsultation(string Title, IReadOnlyList<Audience>? Audiences = null);

public sealed record PaperInstrument(string Title);

/// <summary>The questions of a survey, as a list of forms names them.</summary>
public sealed record PaperSurveyQuestions(string Id, string? Title, WaveState State, DateOnly ClosesOn, DateOnly? LateUntil, PaperConsultation? Consultation, PaperInstrument Instrument, QuestionTexts? Questionnaire)
{
    public string Name => Title ?? Consultation?.Title ?? Instrument.Title;

    /// <summary>What somebody read differently, in words: the number of a question, or what else is on a form.</summary>
    public string Words(string part)
    {
        var before = (Questionnaire?.Questions ?? []).TakeWhile(question => question.Key != part).Count();
        return before == (Questionnaire?.Questions.Count ?? 0) ? PaperWords.Part(part) : $"question {before + 1}";
    }
}

public sealed record QuestionTexts(IReadOnlyList<QuestionText> Questions);

public sealed record QuestionText(string Key, string Text);

/// <summary>A form that does not count yet.</summary>
public sealed record PaperForm(string FormNumber, PaperFormState State, IReadOnlyList<string> Differing, Typist KeyedBy);

public sealed record Typist(string Id);

public enum PaperFormState
{
    WaitsForCheck,
    Differs,
    Checked,
}

/// <summary>What became of a form that was typed in.</summary>
public sealed record PaperOutcome(PaperFormState State, string? Reference, IReadOnlyList<string> Differing);

/// <summary>What became of a file of forms: all were taken, or none.</summary>
public sealed record BatchReport(int Taken, IReadOnlyList<BatchProblem> Problems);

/// <summary>What is wrong in a file, and what to do about it. Rows are counted as a spreadsheet counts; 0 is the whole file.</summary>
public sealed record BatchProblem(int Row, string Column, string Problem, string Remedy);

internal static class PaperWords
{
    /// <summary>What is on a form beside its answers, as the platform names it when two people read it differently.</summary>
    public static string Part(string part) => part switch
    {
        "received" => "the day it was received",
        "proxy" => "whether it is for somebody else",
        "audience" => "who filled it in",
        "rendition" => "which version it is",
        _ => part,
    };
}
