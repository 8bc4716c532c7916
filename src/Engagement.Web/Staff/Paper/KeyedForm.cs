using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Staff.Paper;

/// <summary>A form on paper as somebody types it in, all questions on one page.</summary>
internal sealed class KeyedForm(SubmittedForm form, PaperSurvey survey, SurveyForm version)
{
    private const string Prefix = "q-";

    private IReadOnlyList<Question> Questions => survey.Questionnaire?.Questions ?? [];

    /// <summary>The field of a question; its key may be that of another field of the page.</summary>
    public static string FieldOf(Question question) => Prefix + question.Key;

    public Answer AnswerTo(Question question) => AnswerForm.Read(question, form, FieldOf(question));

    /// <summary>What cannot be read. What was left empty on the paper is left empty here.</summary>
    public IReadOnlyList<FieldError> Check(IStringLocalizer<Texts> texts)
    {
        if (!form.IsTrusted)
            return [FieldError.PageTooOld];
        var errors = new List<FieldError>();
        if (form["formNumber"].Length == 0)
            errors.Add(new FieldError("Enter the number written on the form", "formNumber"));
        if (!form.HasDay("receivedOn"))
            errors.Add(new FieldError("Enter the day the form reached us", "receivedOn"));
        if (survey.WhoMayAnswer.Count > 1 && WhoAnswers is null)
            errors.Add(new FieldError("Choose who filled it in", "audience"));
        foreach (var (index, question) in Questions.Index())
        {
            var answer = AnswerTo(question);
            if (!answer.IsEmpty && AnswerRules.Check(question, answer, texts, FieldOf(question)) is { } error)
                errors.Add(error with { Message = $"Question {index + 1}: {error.Message}" });
        }

        return errors;
    }

    public object Input() => new
    {
        waveId = survey.Id,
        formNumber = form["formNumber"],
        receivedOn = form["receivedOn"],
        answers = Questions.Select(question => (question, Answer: AnswerTo(question))).Where(given => !given.Answer.IsEmpty)
            .Select(given => given.Answer.Given(given.question)),
        audience = WhoAnswers,
        proxy = form["proxy"] == "true",
        lateBecause = form["lateBecause"] is { Length: > 0 } because ? because : null,
        rendition = SurveyReader.NameOf(version.Kind),
        language = version.Language,
        idempotencyKey = form["_key"],
    };

    /// <summary>What was refused, at the fields of this page.</summary>
    public FieldError Point(FieldError error) => Questions.Any(question => question.Key == error.Field)
        ? error with { Message = $"Question {NumberOf(error.Field!)}: {error.Message}", Field = Prefix + error.Field }
        : error with { Field = FieldOfPart(error.Field) };

    /// <summary>What two people read differently. Neither is told what the other read: both look at the paper again.</summary>
    public FieldError Differs(string part) => Questions.Any(question => question.Key == part)
        ? new FieldError($"Question {NumberOf(part)}: two people read this differently. Look at the paper again", Prefix + part, "PAPER_DIFFERS")
        : new FieldError($"Two people read differently {PaperWords.Part(part)}. Look at the paper again", FieldOfPart(part), "PAPER_DIFFERS");

    private string? WhoAnswers => survey.WhoMayAnswer switch
    {
        [] => null,
        [var only] => only.InSchema(),
        var several => several.Select(audience => audience.InSchema()).FirstOrDefault(name => name == form["audience"]),
    };

    private int NumberOf(string key) => Questions.Index().First(question => question.Item.Key == key).Index + 1;

    private static string? FieldOfPart(string? part) => part switch
    {
        "received" or "receivedOn" => "receivedOn",
        "formNumber" or "proxy" or "audience" or "lateBecause" => part,
        _ => null,
    };
}
