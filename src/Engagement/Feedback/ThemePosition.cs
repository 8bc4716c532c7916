using System.Globalization;

namespace Engagement.Feedback;

/// <summary>A place in a list of themes, in one of its orders. Its text form is what a cursor carries.</summary>
/// <param name="Order">The order of the list.</param>
/// <param name="Key">What the theme is ordered by: when it was opened, in microseconds since 1970, or its number of views.</param>
/// <param name="Id">The theme.</param>
public readonly record struct ThemePosition(ThemeOrder Order, long Key, Guid Id)
{
    public static bool TryParse(string? text, ThemeOrder order, out ThemePosition position)
    {
        position = default;
        if (text?.Split('_') is not [var name, var key, var id]
            || name != order.ToString()
            || !long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || !Guid.TryParseExact(id, "N", out var theme))
        {
            return false;
        }

        position = new ThemePosition(order, number, theme);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Order}_{Key}_{Id:N}");
}
