using Engagement.Common;

namespace Engagement.Consultations;

public sealed record DraftConsultation(
    string Title, string OwnerRole, string DecisionMaker, DateOnly DecisionExpectedOn, bool AudienceIncludesChildren)
{
    public static Decision Decide(DraftConsultation command, Guid id)
    {
        var title = CleanText.OneLine(command.Title);
        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter a title for this consultation", "title");

        var owner = CleanText.OneLine(command.OwnerRole);
        if (owner.Length == 0)
            return Decision.Refuse("OWNER_MISSING", "Enter the role that owns this consultation", "ownerRole");

        // A draft may still lack its decision-maker; opening may not.
        var decisionMaker = CleanText.OneLine(command.DecisionMaker);
        var tooLong = CleanText.TooLong(title, CleanText.LineLimit, "title")
            ?? CleanText.TooLong(owner, CleanText.LineLimit, "ownerRole")
            ?? CleanText.TooLong(decisionMaker, CleanText.LineLimit, "decisionMaker");
        if (tooLong is not null)
            return Decision.Refuse(tooLong);

        return Decision.To(new ConsultationDrafted(
            title, Slug.For(title, id), owner, decisionMaker, command.DecisionExpectedOn, command.AudienceIncludesChildren));
    }
}
