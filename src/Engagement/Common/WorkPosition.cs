using System.Globalization;

namespace Engagement.Common;

/// <summary>
/// A place in the list of work: what is overdue first, by how late it is, and then what has waited longest. Of one thing there may be items of several kinds.
/// </summary>
/// <param name="IsOverdue">Whether it is among what is late.</param>
/// <param name="At">The day it was due, or since when it waits.</param>
/// <param name="Id">The thing.</param>
/// <param name="Kind">What is to be done with it.</param>
public readonly record struct WorkPosition(bool IsOverdue, DateTimeOffset At, Guid Id, string Kind)
{
    public static WorkPosition Of(WorkItem item) => new(
        item.IsOverdue, item is { IsOverdue: true, DueOn: { } due } ? new DateTimeOffset(due, TimeOnly.MinValue, TimeSpan.Zero) : item.Since, item.Id, item.Kind);

    public static bool TryParse(string? text, out WorkPosition position)
    {
        position = default;
        if (text?.Split('_', 3) is not [['0' or '1'] late, { } place, { Length: > 0 } rest]
            || rest.Split('_', 2) is not [{ } id, { Length: > 0 } kind]
            || !TimePosition.TryParse($"{place}_{id}", out var at))
        {
            return false;
        }

        position = new WorkPosition(late == "1", at.At, at.Id, kind);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsOverdue ? 1 : 0)}_{new TimePosition(At, Id)}_{Kind}");
}
