using System.Globalization;
using Engagement.Web.Forms;

namespace Engagement.Web.Staff.Loops;

/// <summary>One of the forms of a loop, as it was filled in.</summary>
public sealed class LoopForm
{
    private readonly SubmittedForm? _sent;

    private LoopForm(string step, SubmittedForm? sent)
    {
        Step = step;
        _sent = sent;
    }

    /// <summary>No form was sent.</summary>
    public static LoopForm None { get; } = new("", null);

    /// <summary>Which of the loop's forms this is: the name of a <see cref="LoopStep"/>.</summary>
    public string Step { get; }

    public string this[string field] => _sent?[field] ?? "";

    public IReadOnlyList<string> All(string field) => _sent?.All(field) ?? [];

    public string? Optional(string field) => this[field] is { Length: > 0 } text ? text : null;

    public int? Number(string field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Version => Number("_version");

    /// <summary>When the page was made that the form stood on; null where it does not say.</summary>
    public DateTimeOffset? SeenAt =>
        DateTimeOffset.TryParse(this["_seen"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    internal static LoopForm From(string step, SubmittedForm form) => new(step, form);

    /// <summary>A day as the browser's date field sends it, or null when it is not a day.</summary>
    public DateOnly? Day(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
