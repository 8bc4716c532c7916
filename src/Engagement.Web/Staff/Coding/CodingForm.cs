using System.Globalization;
using Engagement.Web.Forms;

namespace Engagement.Web.Staff.Coding;

/// <summary>What an officer decided on a view, with a form or with a key. The key of the request makes a double click one decision.</summary>
public sealed record CodingForm
{
    public const string Save = "save";
    public const string NewTheme = "new";
    public const string NotCodable = "none";
    public const string Undo = "undo";
    public const string Code = "code";
    public const string Uncode = "uncode";
    public const string Accept = "accept:";
    public const string Reject = "reject:";

    /// <summary>Why a theme is taken off that was given a moment ago, by a key or a button that takes back what was done last.</summary>
    public const string TakenBack = "Given by mistake, and taken back at once.";

    public string Key { get; init; } = FormKey.New();

    /// <summary>The version of the view that was on the page, or null when the page did not say.</summary>
    public int? Version { get; init; }

    public string Do { get; init; } = Save;

    /// <summary>The themes that are ticked, or the one that it is about.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The themes that the view had when the page was made.</summary>
    public IReadOnlyList<string> Had { get; init; } = [];

    public string Why { get; init; } = "";

    public string Title { get; init; } = "";

    public string Summary { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>The suggestion that is accepted or rejected, as the page held it.</summary>
    public string Suggestion { get; init; } = "";

    /// <summary>The board's address to go on to: what stands behind its question mark.</summary>
    public string Then { get; init; } = "";

    /// <summary>The filter of the board that the form was on.</summary>
    public string Back { get; init; } = "";

    public IReadOnlyList<string> Given => [.. Themes.Except(Had)];

    public IReadOnlyList<string> TakenOff => [.. Had.Except(Themes)];

    internal static CodingForm From(SubmittedForm form)
    {
        var act = form["do"] is { Length: > 0 } asked ? asked : Save;
        var theme = act.StartsWith(Accept, StringComparison.Ordinal) || act.StartsWith(Reject, StringComparison.Ordinal) ? act[(act.IndexOf(':') + 1)..] : null;
        var coding = new CodingForm
        {
            Key = form["_key"] is { Length: > 0 } key ? key : FormKey.New(),
            Version = int.TryParse(form["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            Do = theme is null ? act : act[..(act.IndexOf(':') + 1)],
            Themes = theme is null ? [.. form.All("theme").SelectMany(value => value.Split(' ')).Distinct()] : [theme],
            Had = form["_had"].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Why = form["why"],
            Title = form["title"],
            Summary = form["summary"],
            Reason = form["reason"],
            Suggestion = theme is null ? "" : form[$"suggestion-{theme}"],
            Then = form["_then"],
            Back = form["_back"],
        };
        // Enter in one of the fields saves the form as a whole: then what was written says what is meant.
        return coding switch
        {
            { Do: Save, Given.Count: 0, TakenOff.Count: 0, Reason.Length: > 0 } => coding with { Do = NotCodable },
            { Do: Save, Given.Count: 0, TakenOff.Count: 0, Title.Length: > 0 } => coding with { Do = NewTheme },
            _ => coding,
        };
    }

    public IReadOnlyList<FieldError> Check() => this switch
    {
        { Do: Save, Given.Count: 0, TakenOff.Count: 0 } => [new FieldError("Choose a theme, open a new one, or say why the view cannot be coded", "theme")],
        { Do: Save, TakenOff.Count: > 0, Why: "" } => [new FieldError("Write why the view does not belong to the theme that you took off", "why", "REASON_REQUIRED")],
        { Do: NotCodable, Reason: "" } => [new FieldError("Write why the view cannot be coded", "reason", "REASON_REQUIRED")],
        { Do: NewTheme, Title: "" } => [new FieldError("Write a title for the new theme", "title")],
        { Do: NewTheme, Summary: "" } => [new FieldError("Write the point that the views of the new theme make", "summary")],
        { Do: Code or Uncode or Undo, Themes.Count: 0 } => [new FieldError("Choose a theme", "theme")],
        { Do: Save or NotCodable or NewTheme or Undo or Code or Uncode or Accept or Reject } => [],
        _ => [new FieldError("Choose what to do with the view")],
    };

    /// <summary>As the schema takes a suggestion; null where the page held none that can be read.</summary>
    internal object? SuggestionInput() =>
        Suggestion.Split('|') is [{ Length: > 0 } method, var version, var score]
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var methodVersion)
        && double.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out var fits)
            ? new { method, methodVersion, score = fits }
            : null;

    internal static string AsText(SuggestedBy suggestion) =>
        string.Create(CultureInfo.InvariantCulture, $"{suggestion.Method}|{suggestion.MethodVersion}|{suggestion.Score}");
}
