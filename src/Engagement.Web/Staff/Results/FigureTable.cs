using System.Globalization;

namespace Engagement.Web.Staff.Results;

/// <summary>A table of figures, made once: a page shows it, and files hold it.</summary>
/// <param name="Key">Names it in addresses and for programs.</param>
/// <param name="Caption">What it is of.</param>
/// <param name="Columns">The first heads the rows.</param>
/// <param name="Rows">In the order of the columns.</param>
/// <param name="Note">What to know to read it.</param>
public sealed record FigureTable(
    string Key, string Caption, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<IReadOnlyList<Figure>> Rows, string? Note = null);

/// <summary>A column of a table.</summary>
/// <param name="Key">Its name in files, which stays when the words change.</param>
/// <param name="Text">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand under one another.</param>
/// <param name="OnPage">False for what a page shows in another way.</param>
/// <param name="InFiles">False for what files hold in other columns.</param>
public sealed record FigureColumn(string Key, string Text, bool IsNumber = true, bool OnPage = true, bool InFiles = true);

/// <summary>A cell of a table.</summary>
/// <param name="Value">What files hold: a text or a number; null: there is none.</param>
/// <param name="Text">What a page shows.</param>
public sealed record Figure(object? Value, string Text)
{
    private const string NoFigure = "–";

    /// <summary>What stands in the place of a count that could identify someone.</summary>
    public const string HiddenSign = "c";

    public static Figure Empty { get; } = new(null, NoFigure);

    public static Figure Hidden { get; } = new(HiddenSign, HiddenSign);

    /// <summary>A word beside it, to be read with it.</summary>
    public string? Mark { get; init; }

    /// <summary>Where more of it is.</summary>
    public string? Address { get; init; }

    /// <summary>What is drawn under the number, which says the same.</summary>
    public DrawnShare? Drawn { get; init; }

    public static Figure Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new(text, text);

    public static Figure Of(int? count) => count is { } number ? new(number, number.ToString("N0", CultureInfo.InvariantCulture)) : Empty;

    /// <summary>A count in a cross table, where null is one that may not be shown.</summary>
    public static Figure OrHidden(int? count) => count is null ? Hidden : Of(count);

    public static Figure Of(decimal? number, string format = "0.0", string unit = "") =>
        number is { } value ? new(value, value.ToString(format, CultureInfo.InvariantCulture) + unit) : Empty;

    public static Figure Percent(decimal? percentage) => Of(percentage, unit: "%");

    /// <summary>From 0 to 1.</summary>
    public static Figure Share(double? share) => Percent(share is { } part ? Math.Round((decimal)part * 100, 1, MidpointRounding.AwayFromZero) : null);
}

/// <summary>A share in percent, and how far it may be from the truth by chance.</summary>
public sealed record DrawnShare(decimal Percentage, decimal? Low = null, decimal? High = null);
