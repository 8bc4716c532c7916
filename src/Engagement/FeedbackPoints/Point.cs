using Engagement.Common;

namespace Engagement.FeedbackPoints;

/// <summary>The five steps of the statutory assessment at which families are asked.</summary>
internal static class Point
{
    public const int First = 1;
    public const int Last = 5;

    public static IEnumerable<int> All { get; } = Enumerable.Range(First, Last);

    public static Refusal? Check(int point) => point is >= First and <= Last
        ? null
        : new Refusal("POINT_UNKNOWN", "Choose one of the five steps, 1 to 5", "point");
}
