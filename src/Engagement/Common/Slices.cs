namespace Engagement.Common;

internal static class Slices
{
    /// <summary>From one row more than was asked for: its presence says that more follows.</summary>
    public static Slice<T> SliceOf<T>(this IReadOnlyList<T> rows, int limit) =>
        rows.Count > limit ? new Slice<T>([.. rows.Take(limit)], true) : new Slice<T>(rows, false);
}
