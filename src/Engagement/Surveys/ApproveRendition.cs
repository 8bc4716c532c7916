using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Says that a form or translation asks the same as the questions themselves. Only then are people asked in it.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Rendition">Which form and language.</param>
/// <param name="InstrumentVersion">The number of the version: one that was published, or the one that the draft will have.</param>
/// <param name="ApprovedByRole">The role that found that it asks the same.</param>
public sealed record ApproveRendition(Guid InstrumentId, RenditionName Rendition, int InstrumentVersion, string ApprovedByRole)
{
    public static Decision Decide(ApproveRendition command, Instrument instrument, Guid? actorId)
    {
        var name = RenditionRules.Clean(command.Rendition);
        if (RenditionRules.Check(name) is { } unfit)
            return Decision.Refuse(unfit);

        if (instrument.FindVersion(command.InstrumentVersion) is not { } questionnaire)
            return Decision.Refuse("INSTRUMENT_VERSION_MISSING", "This survey has no such version", "instrumentVersion");

        var role = CleanText.OneLine(command.ApprovedByRole);
        if (role.Length == 0)
            return Decision.Refuse("APPROVAL_MISSING", "Enter the role that approved this version", "approvedByRole");

        if (CleanText.TooLong(role, CleanText.LineLimit, "approvedByRole") is { } tooLong)
            return Decision.Refuse(tooLong);

        var rendition = instrument.FindRendition(name, command.InstrumentVersion) ?? new InstrumentRendition(name, command.InstrumentVersion);
        if (rendition.ApprovedByRole is not null)
            return Decision.Nothing;

        if (rendition.Untranslated(questionnaire) is { Count: > 0 } untranslated)
        {
            return Decision.Refuse(
                "RENDITION_INCOMPLETE", $"Enter the words of what is still missing: {string.Join(", ", untranslated)}", "rendition");
        }

        return rendition.Authors.Any(author => author.MayBe(new RenditionAuthor(role, actorId)))
            ? Decision.Refuse("APPROVER_IS_AUTHOR", "Ask someone who did not write these words to approve them", "approvedByRole")
            : Decision.To(new RenditionEquivalenceApproved(name, command.InstrumentVersion, role, actorId));
    }
}
