using System.Globalization;
using Engagement.Web.Forms;

namespace Engagement.Web.Staff;

/// <summary>What an officer chose for a view. The key makes a double click one decision.</summary>
public sealed record CodingForm
{
    public const string NewTheme = "new";
    public const string NotCodable = "none";

    public string Key { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>The version of the view that was on the page, or null when the page did not say.</summary>
    public int? Version { get; init; }

    /// <summary>A theme's id, or one of the two choices that are not a theme.</summary>
    public string Theme { get; init; } = "";

    public string Title { get; init; } = "";

    public string Summary { get; init; } = "";

    public string Reason { get; init; } = "";

    internal static CodingForm From(SubmittedForm form) => new()
    {
        Key = form["_key"] is { Length: > 0 } key ? key : Guid.NewGuid().ToString("N"),
        Version = int.TryParse(form["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
        Theme = form["theme"],
        Title = form["title"],
        Summary = form["summary"],
        Reason = form["reason"],
    };

    public IReadOnlyList<FieldError> Check() => this switch
    {
        { Theme: "" } => [new FieldError("Choose a theme, or say why the view cannot be coded", "theme")],
        { Theme: NotCodable, Reason: "" } => [new FieldError("Write why the view cannot be coded", "reason", "REASON_REQUIRED")],
        { Theme: NewTheme, Title: "" } => [new FieldError("Write a title for the new theme", "title")],
        { Theme: NewTheme, Summary: "" } => [new FieldError("Write the point that the views of the new theme make", "summary")],
        _ => [],
    };
}
