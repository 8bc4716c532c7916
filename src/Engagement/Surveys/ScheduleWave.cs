using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>
/// Plans a run of an instrument: of a consultation, then with the consultation's dates, or standing by itself, then with its own.
/// </summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Title">What staff call it.</param>
/// <param name="Audience">Whom it asks.</param>
/// <param name="ConsultationId">The consultation it is part of; left out: it stands by itself.</param>
/// <param name="Frequency">How often the same is asked again.</param>
/// <param name="OpensOn">The first day; left out of a consultation.</param>
/// <param name="ClosesOn">The last day, to its midnight in London; left out of a consultation.</param>
public sealed record ScheduleWave(
    Guid InstrumentId,
    string Title,
    Audience Audience,
    Guid? ConsultationId,
    WaveFrequency Frequency,
    DateOnly? OpensOn,
    DateOnly? ClosesOn)
{
    public static Decision Decide(ScheduleWave command, ConsultationPage? consultation, DateOnly today)
    {
        var title = CleanText.OneLine(command.Title);
        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter a title for this wave", "title");

        var refusal = CleanText.TooLong(title, CleanText.LineLimit, "title")
            ?? (consultation is null ? CheckDates(command, today) : CheckConsultation(command, consultation, today));

        return refusal is null
            ? Decision.To(new WaveScheduled(
                command.InstrumentId, title, command.Audience, command.ConsultationId, command.Frequency, command.OpensOn, command.ClosesOn))
            : Decision.Refuse(refusal);
    }

    private static Refusal? CheckConsultation(ScheduleWave command, ConsultationPage consultation, DateOnly today)
    {
        if (command.OpensOn is not null || command.ClosesOn is not null)
            return new Refusal("DATES_OF_CONSULTATION", "This survey has the dates of its consultation. Leave its own dates out", "opensOn");

        return consultation.StateOn(today) == ConsultationState.Closed
            ? new Refusal("NOT_OPEN", "This consultation has closed. It can no longer get a survey", "consultationId")
            : null;
    }

    private static Refusal? CheckDates(ScheduleWave command, DateOnly today)
    {
        if (command is not { OpensOn: { } opensOn, ClosesOn: { } closesOn })
            return new Refusal("DATES_MISSING", "Enter the days on which this survey opens and closes", "opensOn");

        if (opensOn < today)
            return new Refusal("OPENING_DATE_PAST", "Choose an opening date that is today or later", "opensOn");

        return WaveDates.Check(closesOn, opensOn, today);
    }
}
