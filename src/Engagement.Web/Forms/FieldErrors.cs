namespace Engagement.Web.Forms;

public static class FieldErrors
{
    public static string? For(this IReadOnlyList<FieldError> errors, string field) =>
        errors.FirstOrDefault(e => string.Equals(e.Field, field, StringComparison.Ordinal))?.Message;
}
