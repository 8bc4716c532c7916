using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Records that a group keeps to an edition.</summary>
/// <param name="CharterEditionId">The edition.</param>
/// <param name="Group">What the group is called.</param>
public sealed record SignUpGroup(Guid CharterEditionId, string Group)
{
    private const int Most = 200;

    public static Decision Decide(SignUpGroup command, CharterEdition edition, DateOnly today)
    {
        var group = CleanText.OneLine(command.Group);
        if (group.Length == 0)
            return Decision.Refuse("GROUP_MISSING", "Enter the name of the group", "group");

        if (CleanText.TooLong(group, CleanText.LineLimit, "group") is { } tooLong)
            return Decision.Refuse(tooLong);

        if (edition.Groups.Count >= Most)
            return Decision.Refuse("TOO_MANY_GROUPS", "At most 200 groups can sign up to an edition", "group");

        return edition.Groups.Any(one => string.Equals(one.Name, group, StringComparison.OrdinalIgnoreCase))
            ? Decision.Refuse("ALREADY_SIGNED_UP", "This group has signed up to this edition", "group")
            : Decision.To(new GroupSignedUp(group, today));
    }
}
