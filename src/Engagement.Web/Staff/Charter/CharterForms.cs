using Engagement.Web.Components;
using Engagement.Web.Documents;
using Engagement.Web.Forms;

namespace Engagement.Web.Staff.Charter;

/// <summary>What can be chosen on the forms of claims.</summary>
internal static class CharterForms
{
    /// <param name="choices">All that there are.</param>
    /// <param name="ofFamilies">Only those that speak for families: their representatives look at what others claim.</param>
    public static IReadOnlyList<Choice> Organisations(CharterChoices choices, bool ofFamilies) =>
    [
        new("", "Choose"), .. choices.Organisations.Where(one => !ofFamilies || one.SpeaksForFamilies).Select(one => new Choice(one.Code, one.Name)),
    ];

    public static IReadOnlyList<Choice> Outcomes(CharterChoices choices) =>
        [new("", "Choose"), .. choices.Outcomes.Select(one => new Choice(one.Code, one.Name))];

    /// <summary>What a representative can say of a claim, or of whether a cell applies.</summary>
    public const string Yes = "yes";
    public const string No = "no";

    public static CharterChoices Choices(GraphQLReply reply) => reply.Get<CharterChoices>("charterChoices") ?? CharterChoices.None;

    /// <summary>Whether it is said of a claim or a cell what a representative says of it, and for whom they speak.</summary>
    public static List<FieldError> CheckAnswer(SubmittedForm form, string ask)
    {
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (form["answer"] is not (Yes or No))
            errors.Add(new FieldError(ask, "answer"));
        if (form["organisation"].Length == 0)
            errors.Add(new FieldError("Say for which organisation you speak", "organisation"));
        return errors;
    }
}
