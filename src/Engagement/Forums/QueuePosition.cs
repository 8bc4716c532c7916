using System.Globalization;
using Engagement.Common;

namespace Engagement.Forums;

/// <summary>A place in the moderation queue: flagged first, then the oldest.</summary>
public readonly record struct QueuePosition(bool IsFlagged, TimePosition At)
{
    public static bool TryParse(string? text, out QueuePosition position)
    {
        position = default;
        if (text is not ['0' or '1', '_', .. var rest] || !TimePosition.TryParse(rest, out var at))
            return false;

        position = new QueuePosition(text[0] == '1', at);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsFlagged ? 1 : 0)}_{At}");
}
