using Engagement.Common;

namespace Engagement.Forums;

/// <summary>The body of a forum says in its own words what it is called and what it is for.</summary>
/// <param name="ForumId">The forum.</param>
/// <param name="Title">What it is called. Its address stays.</param>
/// <param name="Purpose">What it is for, and who reads it.</param>
public sealed record RewordForum(Guid ForumId, string Title, string Purpose)
{
    public static Decision Decide(RewordForum command, Forum forum, Acting by)
    {
        if (forum.CheckOwner(by) is { } notTheOwner)
            return Decision.Refuse(notTheOwner);

        var title = CleanText.OneLine(command.Title);
        var purpose = CleanText.Of(command.Purpose);
        if (EstablishForum.CheckWords(title, purpose) is { } unfit)
            return Decision.Refuse(unfit);

        return forum.Title == title && forum.Purpose == purpose ? Decision.Nothing : Decision.To(new ForumReworded(title, purpose));
    }
}
