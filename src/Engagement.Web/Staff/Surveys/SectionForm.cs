using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Surveys;

/// <summary>A section as it is being written.</summary>
public sealed record SectionForm(string Key, string Title, string Introduction, IReadOnlyList<ShownWhen> ShownWhen)
{
    public static SectionForm Empty { get; } = new("", "", "", []);

    internal static SectionForm Of(QuestionSection section) => new(section.Key, section.Title, section.Introduction ?? "", section.ShownWhen);

    internal static SectionForm From(string key, SubmittedForm form, Questionnaire questionnaire) =>
        new(key, form["title"], form["introduction"], QuestionForm.ReadConditions(form, questionnaire));
}
