using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Privacy;

/// <summary>Asks for everything a subject told us to be erased.</summary>
/// <param name="SubjectId">Whose record it is.</param>
/// <param name="Kind">Who they are to us.</param>
/// <param name="SourceId">What the receipt is of, which they asked with.</param>
public sealed record RequestErasure(Guid SubjectId, SubjectKind Kind, Guid? SourceId = null)
{
    /// <param name="command">What is asked.</param>
    /// <param name="record">What has happened to the record; null when nothing has.</param>
    /// <param name="today">The day it is asked, from which the month runs.</param>
    public static Decision Decide(RequestErasure command, SubjectRecord? record, DateOnly today)
    {
        if (record is { Destroyed: not null })
            return Decision.Refuse(SubjectKeys.Erased);

        return record is { IsOpen: true }
            ? Decision.Nothing
            : Decision.To(new ErasureRequested(command.SubjectId, command.Kind, command.SourceId, today, AnswerBy(today)));
    }

    /// <summary>
    /// The corresponding day of the next month, or its last day where it has none. The Information Commissioner's Office lets that move past a weekend or
    /// a bank holiday; here it does not.
    /// </summary>
    internal static DateOnly AnswerBy(DateOnly receivedOn) => receivedOn.AddMonths(1);
}
