using System.Globalization;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>Numbers as text in the form of JavaScript, which clients take for the usual one: <c>1e+40</c> where .NET has <c>1E+40</c>.</summary>
internal static class NumberText
{
    public static string Of(double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) < 1e21)
            return number == 0 ? "0" : number.ToString("F0", CultureInfo.InvariantCulture);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0)
            return text;
        var exponent = int.Parse(text.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        if (exponent is >= -6 and < 0)
            return number.ToString("0.##########################", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, mark)}e{(exponent < 0 ? "" : "+")}{exponent}");
    }
}
