using Engagement.Web.Forms;

namespace Engagement.Web.Staff.Themes;

/// <summary>The form of a theme's page that was sent and refused, with what was in it.</summary>
/// <param name="What">Which of the page's forms.</param>
/// <param name="Fields">What was written.</param>
/// <param name="Errors">Why it was refused.</param>
public sealed record ThemeFormState(string? What, Fields Fields, IReadOnlyList<FieldError> Errors)
{
    public static ThemeFormState None { get; } = new(null, Fields.None, []);

    /// <summary>Somebody else changed the theme while this was written.</summary>
    public bool IsStale => Errors.Any(error => error.Code == "STALE_VERSION");

    public bool Is(string what) => What == what;

    /// <summary>What was written in a form, or what the theme says where it was not sent.</summary>
    public string? Value(string what, string field, string? now) => Is(what) ? Fields[field] : now;

    public string? Error(string what, string field) => Is(what) ? Errors.For(field) : null;

    /// <summary>Kept when the form comes back, so that sending it again is still the same request; a new one where somebody else was faster.</summary>
    public string Key(string what) => Is(what) && !IsStale && Fields["_key"] is { Length: > 0 } key ? key : FormKey.New();
}
