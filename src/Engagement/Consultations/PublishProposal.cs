using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Puts a proposal to people, with its reasons. It cannot change once the consultation is open.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Text">What is proposed.</param>
/// <param name="Reasons">Why. Needed before the consultation opens.</param>
/// <param name="Impacts">What would change for people.</param>
public sealed record PublishProposal(Guid ConsultationId, string Text, string? Reasons, string? Impacts)
{
    public static Decision Decide(PublishProposal command, Consultation consultation)
    {
        if (consultation.IsOpened)
        {
            return Decision.Refuse(
                "ALREADY_OPEN", "This consultation is open. People are answering the proposal as it is, so it cannot be changed");
        }

        var text = CleanText.Of(command.Text);
        if (text.Length == 0)
            return Decision.Refuse("PROPOSAL_MISSING", "Enter the proposal", "text");

        // Reasons may follow later; opening needs them.
        var reasons = CleanText.Of(command.Reasons);
        var impacts = CleanText.OrNull(command.Impacts);
        var tooLong = CleanText.TooLong(text, CleanText.ParagraphLimit, "text")
            ?? CleanText.TooLong(reasons, CleanText.ParagraphLimit, "reasons")
            ?? CleanText.TooLong(impacts, CleanText.ParagraphLimit, "impacts");

        return tooLong is null ? Decision.To(new ProposalPublished(text, reasons, impacts)) : Decision.Refuse(tooLong);
    }
}
