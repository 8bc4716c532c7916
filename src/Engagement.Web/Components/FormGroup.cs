namespace Engagement.Web.Components;

/// <summary>What the inputs have in common: how an error shows, and what a screen reader reads after the label.</summary>
internal static class FormGroup
{
    public static string Class(string? error) => error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";

    public static string? DescribedBy(string name, string? hint, string? error) => (hint, error) switch
    {
        (null, null) => null,
        (not null, null) => $"{name}-hint",
        (null, not null) => $"{name}-error",
        _ => $"{name}-hint {name}-error",
    };
}
