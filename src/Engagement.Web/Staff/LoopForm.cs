using System.Globalization;
using Engagement.Web.Forms;

namespace Engagement.Web.Staff;

/// <summary>One of the four forms of a loop, as it was filled in.</summary>
public sealed class LoopForm
{
    private readonly IReadOnlyDictionary<string, string> _fields;

    private LoopForm(string step, IReadOnlyDictionary<string, string> fields)
    {
        Step = step;
        _fields = fields;
    }

    /// <summary>No form was sent.</summary>
    public static LoopForm None { get; } = new("", new Dictionary<string, string>());

    /// <summary>Which of the loop's forms this is: decision, commitment, action or entry.</summary>
    public string Step { get; }

    public string this[string field] => _fields.GetValueOrDefault(field, "");

    public string? Optional(string field) => this[field] is { Length: > 0 } text ? text : null;

    public int? Version => int.TryParse(this["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    internal static LoopForm From(string step, SubmittedForm form) =>
        new(step, form.Fields.ToDictionary(field => field.Key, field => form[field.Key]));

    /// <summary>A day as the browser's date field sends it, or null when it is not a day.</summary>
    public DateOnly? Day(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
