using System.Globalization;

namespace Engagement.Common;

/// <summary>A place in a list ordered by time, then id. Its text form is what a cursor carries.</summary>
public readonly record struct TimePosition(DateTimeOffset At, Guid Id)
{
    public static bool TryParse(string? text, out TimePosition position)
    {
        position = default;
        var parts = text?.Split('_');
        if (parts is not { Length: 2 }
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.Ticks
            || !Guid.TryParseExact(parts[1], "N", out var id))
        {
            return false;
        }

        position = new TimePosition(new DateTimeOffset(ticks, TimeSpan.Zero), id);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}_{Id:N}");
}
