namespace Engagement.Web.Forms;

/// <summary>One thing that stops a form from being accepted. <c>Field</c> is the input it concerns, or null for the form as a whole.</summary>
public sealed record FieldError(string Message, string? Field = null, string? Code = null)
{
    /// <summary>The form's token did not match: the page is too old, or cookies are off. Nothing was done with what was sent.</summary>
    public static FieldError PageTooOld { get; } = new(
        "This page was open for a long time, or your browser does not keep cookies. What you wrote is still here. Send it again.",
        Code: "FORM_TOKEN_INVALID");

    /// <summary>What was entered is the code of nobody.</summary>
    public static FieldError PersonUnknown(string field) => new("This is no code of a person. They find it on this same page, when they have signed in", field);
}
