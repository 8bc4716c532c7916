using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Forms;

public static class FieldErrors
{
    public static string? For(this IReadOnlyList<FieldError> errors, string field) =>
        errors.FirstOrDefault(e => string.Equals(e.Field, field, StringComparison.Ordinal))?.Message;

    /// <summary>The status of a page with a form: whether something in it has to be put right first.</summary>
    internal static int Status(this IReadOnlyList<FieldError> errors) =>
        errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
