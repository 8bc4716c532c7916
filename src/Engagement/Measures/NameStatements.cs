using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Names the statements of a survey that a measure is made of: its waves report it by themselves from then on.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="InstrumentId">The survey.</param>
/// <param name="Statements">The keys of its statements.</param>
/// <param name="Audience">Whose own answers count.</param>
/// <param name="Phase">The code of the phase of education that they answer for; left out: all phases together.</param>
public sealed record NameStatements(Guid MeasureId, Guid InstrumentId, IReadOnlyList<string> Statements, Audience Audience, string? Phase = null)
{
    private const int Most = 50;

    /// <param name="command">What is asked.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="known">The keys of the survey's questions on a scale; null where there is no such survey.</param>
    public static Decision Decide(NameStatements command, Measure measure, IReadOnlySet<string>? known)
    {
        if (Lists.Check(command.Statements, Most, "statements", "statements") is { } refusal)
            return Decision.Refuse(refusal);

        string[] statements = [.. command.Statements.Select(CleanText.OneLine).Distinct()];
        if (measure.Record.Kind != MeasureKind.Percentage)
            return Decision.Refuse("MEASURE_NOT_A_PERCENTAGE", "A survey reports percentages. This measure is none");

        if (known is null)
            return Decision.Refuse("SURVEY_UNKNOWN", "Choose a survey that was published", "instrumentId");

        if (statements.Length == 0 || statements.Any(key => !known.Contains(key)))
            return Decision.Refuse("STATEMENT_UNKNOWN", "Choose statements of this survey that are answered on a scale", "statements");

        var phase = CleanText.OrNull(command.Phase);
        if (phase is not null && Common.Phase.Find(phase) is null)
            return Decision.Refuse("PHASE_UNKNOWN", "Choose one of the phases of education", "phase");

        return measure.Record.Survey is { } survey && survey.InstrumentId == command.InstrumentId && survey.Audience == command.Audience && survey.Phase == phase && survey.Statements.SequenceEqual(statements)
            ? Decision.Nothing
            : Decision.To(new StatementsNamed(command.InstrumentId, statements, command.Audience, phase));
    }
}
