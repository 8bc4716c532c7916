using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Begins a consultation. Nobody but staff sees it until it is opened.</summary>
/// <param name="Title">What it is about, as families will read it.</param>
/// <param name="OwnerRole">The role that runs it.</param>
/// <param name="DecisionMaker">The role or body that will decide.</param>
/// <param name="DecisionExpectedOn">When the decision is expected.</param>
/// <param name="AudienceIncludesChildren">Whether children or young people are asked, so that an Easy Read version is needed.</param>
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
