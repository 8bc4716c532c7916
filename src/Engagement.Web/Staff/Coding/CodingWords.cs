using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Coding;

internal static class CodingWords
{
    public static string Words(this Audience? audience) => audience switch
    {
        Audience.ParentsAndCarers => "Parent or carer",
        Audience.YoungPeople => "Child or young person",
        Audience.Organisations => "Organisation",
        Audience.Staff => "Somebody who works in education, health or care",
        _ => "Who said it was not recorded",
    };

    public static string Words(this ViewSourceKind source) => source switch
    {
        ViewSourceKind.Answer => "Survey answer",
        ViewSourceKind.Contribution => "Forum post",
        ViewSourceKind.ActivityNote => "Note of an activity",
        _ => "Lesson from logged feedback",
    };

    /// <summary>The question that a view answers, or what it was said in.</summary>
    public static string Asked(this BoardView view) => view.QuestionText ?? view.Source.Words();

    /// <summary>The same before another sentence.</summary>
    public static string AskedAsSentence(this BoardView view) => view.Asked() is [.., '?' or '.' or '!'] sentence ? sentence : $"{view.Asked()}.";

    public static string Views(int count) => count == 1 ? "1 view" : $"{count:N0} views";
}
