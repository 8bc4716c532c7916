using Engagement.Common;

namespace Engagement.KeyActions;

/// <summary>Takes on an action of the plan.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it is to change for children and families.</param>
/// <param name="Source">Where the plan says so, such as the document and the number of the action.</param>
/// <param name="OwnerRole">The role that answers for it. No name.</param>
/// <param name="GroupId">The group that watches over it; null where none does.</param>
public sealed record AdoptAction(string Title, string Description, string Source, string OwnerRole, Guid? GroupId)
{
    public static Decision Decide(AdoptAction command, DateOnly today)
    {
        var title = CleanText.OneLine(command.Title);
        var description = CleanText.Of(command.Description);
        var source = CleanText.OneLine(command.Source);
        var owner = CleanText.OneLine(command.OwnerRole);
        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter what this action is called", "title");

        if (description.Length == 0)
            return Decision.Refuse("DESCRIPTION_MISSING", "Say what this action is to change for children and families", "description");

        if (source.Length == 0)
            return Decision.Refuse("SOURCE_MISSING", "Say where the plan asks for this action", "source");

        if (owner.Length == 0)
            return Decision.Refuse("OWNER_ROLE_MISSING", "Enter the role that answers for this action", "ownerRole");

        return (CleanText.TooLong(title, CleanText.LineLimit, "title")
            ?? CleanText.TooLong(description, CleanText.ParagraphLimit, "description")
            ?? CleanText.TooLong(source, CleanText.LineLimit, "source")
            ?? CleanText.TooLong(owner, CleanText.LineLimit, "ownerRole")) is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ActionAdopted(title, description, source, owner, command.GroupId, today));
    }
}
