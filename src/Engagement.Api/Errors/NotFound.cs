using Engagement.Common;

namespace Engagement.Api.Errors;

/// <summary>There is no such thing, or not for whoever asks.</summary>
/// <param name="Message">What is wrong and what to do, for people.</param>
/// <param name="Code">Always <c>NOT_FOUND</c>.</param>
/// <param name="Field">The input field that names it, if one does.</param>
public sealed record NotFound(string Message, string Code, string? Field)
{
    public static NotFound CreateErrorFrom(ThingNotFoundException missing)
    {
        ArgumentNullException.ThrowIfNull(missing);
        return new(missing.Message, missing.Code, null);
    }
}
