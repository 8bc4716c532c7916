using Engagement.Common;

namespace Engagement.Api.Errors;

/// <summary>Someone else changed the thing since it was read. Nothing has changed by this request.</summary>
/// <param name="Message">What is wrong and what to do, for people.</param>
/// <param name="Code">Always <c>STALE_VERSION</c>.</param>
/// <param name="Field">Always the field of the expected version.</param>
/// <param name="ActualVersion">The version it is at now.</param>
public sealed record StaleVersion(string Message, string Code, string? Field, int ActualVersion)
{
    public static StaleVersion CreateErrorFrom(StaleVersionException stale)
    {
        ArgumentNullException.ThrowIfNull(stale);
        return new(stale.Message, stale.Code, "expectedVersion", (int)stale.ActualVersion);
    }
}
