using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Says anew what a draft is about, who runs it, who decides and when. What it says takes the place of what stood there.</summary>
/// <param name="ConsultationId">The consultation, which has not been opened.</param>
/// <param name="Title">What it is about, as families will read it.</param>
/// <param name="OwnerRole">The role that runs it.</param>
/// <param name="DecisionMaker">The role or body that will decide.</param>
/// <param name="DecisionExpectedOn">When the decision is expected.</param>
/// <param name="AudienceIncludesChildren">Whether children or young people are asked, so that an Easy Read version is needed.</param>
public sealed record ChangeConsultationDraft(
    Guid ConsultationId, string Title, string OwnerRole, string DecisionMaker, DateOnly DecisionExpectedOn, bool AudienceIncludesChildren)
{
    public static Decision Decide(ChangeConsultationDraft command, Consultation consultation)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (consultation.IsOpened)
        {
            return Decision.Refuse(
                "ALREADY_OPEN",
                "This consultation has been opened, and people answer it under this title. If it is wrong, withdraw it with the reason and draft a new one");
        }

        var draft = new DraftConsultation(
            command.Title, command.OwnerRole, command.DecisionMaker, command.DecisionExpectedOn, command.AudienceIncludesChildren).Cleaned();
        if (draft.WhatIsWrong() is { } refusal)
            return Decision.Refuse(refusal);

        var isAsItWas = draft == new DraftConsultation(
            consultation.Title, consultation.OwnerRole, consultation.DecisionMaker, consultation.DecisionExpectedOn, consultation.AudienceIncludesChildren);
        return isAsItWas
            ? Decision.Nothing
            : Decision.To(new ConsultationDraftChanged(
                draft.Title, draft.OwnerRole, draft.DecisionMaker, draft.DecisionExpectedOn, draft.AudienceIncludesChildren));
    }
}
