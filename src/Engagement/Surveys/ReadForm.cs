using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>A form that was checked, taken apart into what is counted, what is about the person, and what they said in words.</summary>
internal sealed record ReadForm(ResponseContent Content, IReadOnlyList<AboutYouAnswer> AboutYou, IReadOnlyDictionary<string, string> Words)
{
    /// <param name="form">The form, checked.</param>
    /// <param name="survey">What it answers.</param>
    /// <param name="viewOf">The id of the view that holds the words given to a question.</param>
    public static ReadForm Of(FilledForm form, Survey survey, Func<string, string, Guid> viewOf)
    {
        var questions = form.QuestionsOf(survey) ?? throw new InvalidOperationException("The form was not checked.");
        var answers = new List<Answer>();
        var aboutYou = new List<AboutYouAnswer>();
        var words = new Dictionary<string, string>();
        var groups = new Dictionary<string, string>();
        foreach (var question in form.Shown(survey, questions))
        {
            if (form.Answers.FirstOrDefault(a => a.QuestionKey == question.Key) is not { } given || AnswerRules.IsEmpty(given))
                continue;

            var chosen = AnswerRules.Chosen(given);
            var said = CleanText.OrNull(given.Text);
            foreach (var tag in question.Tags.Where(_ => chosen is [var one] && !OtherAnswers.Include(one)))
                groups.TryAdd(tag, chosen[0]);

            if (question.AboutYou)
            {
                aboutYou.Add(new AboutYouAnswer(question.Key, chosen, given.Number, given.Date, said));
            }
            else if (said is not null)
            {
                words.Add(question.Key, said);
                answers.Add(new Answer(question.Key, [], null, null, [], viewOf(question.Key, said)));
            }
            else
            {
                answers.Add(new Answer(question.Key, chosen, given.Number, given.Date, AnswerRules.Ranked(given), null));
            }
        }

        var content = new ResponseContent(
            form.Proxy,
            form.Audience ?? survey.Wave.Audience,
            form.Rendition,
            form.Language,
            groups.GetValueOrDefault(QuestionTags.District),
            groups.GetValueOrDefault(QuestionTags.Need),
            groups.GetValueOrDefault(QuestionTags.Phase),
            answers);
        return new ReadForm(content, aboutYou, words);
    }
}
