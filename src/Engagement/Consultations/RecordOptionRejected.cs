using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Says which option was considered and is not put to people, and why.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Option">The option.</param>
/// <param name="Reason">Why it is not pursued.</param>
public sealed record RecordOptionRejected(Guid ConsultationId, string Option, string Reason)
{
    public static Decision Decide(RecordOptionRejected command, Consultation consultation)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (consultation.IsOpened)
        {
            return Decision.Refuse(
                "ALREADY_OPEN", "This consultation is open. People are answering the proposal as it is, so it cannot be changed");
        }

        var option = CleanText.Of(command.Option);
        if (option.Length == 0)
            return Decision.Refuse("OPTION_MISSING", "Enter the option that was considered", "option");

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason why this option is not pursued", "reason");

        var tooLong = CleanText.TooLong(option, CleanText.ParagraphLimit, "option") ?? CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason");
        if (tooLong is not null)
            return Decision.Refuse(tooLong);

        var rejected = new OptionRejectedRecorded(option, reason);
        return consultation.OptionsRejected.Contains(rejected) ? Decision.Nothing : Decision.To(rejected);
    }
}
