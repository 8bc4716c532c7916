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
        var draft = command.Cleaned();
        return draft.WhatIsWrong() is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new ConsultationDrafted(
                draft.Title, Slug.For(draft.Title, id), draft.OwnerRole, draft.DecisionMaker, draft.DecisionExpectedOn, draft.AudienceIncludesChildren));
    }

    internal DraftConsultation Cleaned() => this with
    {
        Title = CleanText.OneLine(Title),
        OwnerRole = CleanText.OneLine(OwnerRole),
        DecisionMaker = CleanText.OneLine(DecisionMaker),
    };

    // A draft may still lack its decision-maker; opening may not.
    internal Refusal? WhatIsWrong() => this switch
    {
        { Title.Length: 0 } => new Refusal("TITLE_MISSING", "Enter a title for this consultation", "title"),
        { OwnerRole.Length: 0 } => new Refusal("OWNER_MISSING", "Enter the role that owns this consultation", "ownerRole"),
        _ => CleanText.TooLong(Title, CleanText.LineLimit, "title")
            ?? CleanText.TooLong(OwnerRole, CleanText.LineLimit, "ownerRole")
            ?? CleanText.TooLong(DecisionMaker, CleanText.LineLimit, "decisionMaker"),
    };
}
