using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Puts a question to a forum.</summary>
/// <param name="ForumId">The forum.</param>
/// <param name="Question">The question.</param>
/// <param name="Background">What people should know before they answer.</param>
/// <param name="OpensOn">The first day on which it takes contributions, today or later.</param>
/// <param name="ClosesOn">The last day.</param>
/// <param name="ConsultationId">The consultation it belongs to, if any.</param>
public sealed record PublishTopic(
    Guid ForumId, string Question, string? Background, DateOnly OpensOn, DateOnly ClosesOn, Guid? ConsultationId)
{
    public static Decision Decide(PublishTopic command, Guid id, Forum forum, Acting by, DateOnly today)
    {
        if (forum.CheckOwner(by) is { } notTheOwner)
            return Decision.Refuse(notTheOwner);

        var question = CleanText.OneLine(command.Question);
        var background = CleanText.OrNull(command.Background);
        if (question.Length == 0)
            return Decision.Refuse("QUESTION_MISSING", "Enter the question this topic asks", "question");

        if ((CleanText.TooLong(question, CleanText.LineLimit, "question")
            ?? CleanText.TooLong(background, CleanText.ParagraphLimit, "background")) is { } tooLong)
        {
            return Decision.Refuse(tooLong);
        }

        if (command.OpensOn < today)
            return Decision.Refuse("OPENING_DATE_PAST", "Enter an opening date that is today or later", "opensOn");

        return command.ClosesOn < command.OpensOn
            ? Decision.Refuse("CLOSING_DATE_EARLIER", "Enter a closing date that is not before the opening date", "closesOn")
            : Decision.To(new TopicPublished(
                command.ForumId, question, Slug.For(question, id), background, command.OpensOn, command.ClosesOn, command.ConsultationId));
    }
}
