using Bogus;
using Engagement.Feedback;
using Engagement.Seeder.Texts;

namespace Engagement.Seeder;

/// <summary>
/// Reads views as people do: nine times of ten they find what is in it, sometimes they take it for something else, and some stay unread.
/// </summary>
internal static class Coder
{
    public const string NothingAsked = "Nothing is asked for that this consultation could answer";

    /// <summary>The themes that a coder gives to a view; none where it stays unread, null where it cannot be coded.</summary>
    public static IReadOnlyList<TextPoint>? Read(WrittenView written, int seed, int number)
    {
        if (written.Points.Count == 0)
            return null;

        var random = new Randomizer(unchecked(seed * 1_000_003 + number * 7_919));
        return random.Float() switch
        {
            < 0.04f => [],
            < 0.10f => [Mistaken(written.Points[0], random)],
            _ => written.Points,
        };
    }

    public static async Task CodeAsync(
        Storyteller teller, string name, Guid view, IReadOnlyList<TextPoint>? points, Func<TextPoint, Guid> themeOf, DateOnly day)
    {
        if (points is null)
        {
            await MarkNotCodableAsync(teller, $"{name}:not-codable", view, day);
            return;
        }

        foreach (var point in points)
        {
            await teller.Feedback.CodeViewAsync(
                new CodeView(view, themeOf(point)), Storyteller.OfficerOn(day, $"{name}:code:{point.Key}"), teller.CancellationToken);
        }
    }

    public static Task MarkNotCodableAsync(Storyteller teller, string name, Guid view, DateOnly day) => teller.Feedback.MarkViewNotCodableAsync(
        new MarkViewNotCodable(view, NothingAsked), Storyteller.OfficerOn(day, name), teller.CancellationToken);

    private static TextPoint Mistaken(TextPoint point, Randomizer random)
    {
        TextPoint[] others = [.. TextBank.Instance.ByVoice[point.Voice].Where(other => other != point)];
        return random.ArrayElement(others);
    }
}
