using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Takes a group into the chain of those who decide.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Terms">Its terms of reference: what it decides or advises on.</param>
/// <param name="Frequency">How often it meets.</param>
/// <param name="ParentGroupId">The group above it, to which it escalates; null at the top.</param>
public sealed record ConstituteGroup(string Name, string Terms, MeetingFrequency Frequency, Guid? ParentGroupId)
{
    public static Decision Decide(ConstituteGroup command)
    {
        var name = CleanText.OneLine(command.Name);
        var terms = CleanText.Of(command.Terms);
        if (name.Length == 0)
            return Decision.Refuse("NAME_MISSING", "Enter the name of this group", "name");

        if (terms.Length == 0)
            return Decision.Refuse("TERMS_MISSING", "Say what this group decides or advises on", "terms");

        return (CleanText.TooLong(name, CleanText.LineLimit, "name") ?? CleanText.TooLong(terms, CleanText.ParagraphLimit, "terms")) is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new GroupConstituted(name, terms, command.Frequency, command.ParentGroupId));
    }
}
