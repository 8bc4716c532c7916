using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>
/// Says which point of one scale counts as which of another, so that answers on both may be added together in this survey. A mapping recorded later
/// takes the place of an earlier one.
/// </summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="FromScale">The key of the scale that people answered on.</param>
/// <param name="ToScale">The key of the scale on which their answers are counted too.</param>
/// <param name="Points">Which point counts as which: each point of the first scale once.</param>
/// <param name="Reason">Why these answers mean the same.</param>
/// <param name="ApprovedByRole">The role that approved it.</param>
public sealed record RecordScaleMapping(
    Guid InstrumentId, string FromScale, string ToScale, IReadOnlyList<ScalePoint> Points, string Reason, string ApprovedByRole)
{
    public static Decision Decide(RecordScaleMapping command, Instrument instrument)
    {
        if (AnswerScales.Find(command.FromScale) is not { } from || AnswerScales.Find(command.ToScale) is not { } to
            || from.Kind != to.Kind || from == to)
        {
            return Decision.Refuse("SCALE_UNKNOWN", "Choose two scales of the same kind", "fromScale");
        }

        if (!command.Points.Select(p => p.From).Order().SequenceEqual(from.Points.Select(p => p.Key).Order())
            || !command.Points.All(p => to.Points.Any(point => point.Key == p.To)))
        {
            return Decision.Refuse("MAPPING_INCOMPLETE", "Say of each point of the first scale which point of the second it counts as", "points");
        }

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter why these answers mean the same", "reason");

        var role = CleanText.OneLine(command.ApprovedByRole);
        if (role.Length == 0)
            return Decision.Refuse("APPROVAL_MISSING", "Enter the role that approved this mapping", "approvedByRole");

        if ((CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") ?? CleanText.TooLong(role, CleanText.LineLimit, "approvedByRole")) is { } tooLong)
            return Decision.Refuse(tooLong);

        var mapping = new ScaleMapping(from.Key, to.Key, [.. from.Points.Select(p => command.Points.First(given => given.From == p.Key))]);
        return instrument.ScaleMappings.Any(m => m.IsFor(mapping) && m.Points.SequenceEqual(mapping.Points))
            ? Decision.Nothing
            : Decision.To(new ScaleMappingRecorded(mapping, reason, role));
    }
}
