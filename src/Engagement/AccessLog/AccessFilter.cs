namespace Engagement.AccessLog;

/// <summary>Which entries of the access log; what is null does not narrow the list.</summary>
/// <param name="Kind">To what.</param>
/// <param name="Role">Those who had it in this role.</param>
/// <param name="From">Those of this day in London, and later.</param>
/// <param name="Until">Those of this day in London, and before.</param>
public sealed record AccessFilter(AccessKind? Kind = null, string? Role = null, DateOnly? From = null, DateOnly? Until = null)
{
    public static AccessFilter Everything { get; } = new();
}
