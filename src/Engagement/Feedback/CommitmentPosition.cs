using System.Globalization;
using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>A place in the list of commitments, which is ordered by the day they are due. Its text form is what a cursor carries.</summary>
public readonly record struct CommitmentPosition(DateOnly DueOn, Guid LoopId, int Number)
{
    public static CommitmentPosition Of(LoopCommitment commitment)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return new(commitment.DueOn, commitment.LoopId, commitment.Number);
    }

    public static bool TryParse(string? text, out CommitmentPosition position)
    {
        position = default;
        if (text?.Split('_') is not [var day, var id, var number]
            || !IsoDay.TryParse(day, out var dueOn)
            || !Guid.TryParseExact(id, "N", out var loop)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which))
        {
            return false;
        }

        position = new CommitmentPosition(dueOn, loop, which);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{IsoDay.Of(DueOn)}_{LoopId:N}_{Number}");
}
