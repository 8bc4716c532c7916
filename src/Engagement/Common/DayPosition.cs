using System.Globalization;

namespace Engagement.Common;

/// <summary>A place in a list ordered by a day, then id. Its text form is what a cursor carries.</summary>
public readonly record struct DayPosition(DateOnly Day, Guid Id)
{
    public static bool TryParse(string? text, out DayPosition position)
    {
        position = default;
        var parts = text?.Split('_');
        if (parts is not { Length: 2 } || !DateOnly.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !Guid.TryParseExact(parts[1], "N", out var id))
        {
            return false;
        }

        position = new DayPosition(day, id);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:O}_{Id:N}");
}
