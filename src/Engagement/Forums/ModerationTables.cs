using Engagement.Releases;

namespace Engagement.Forums;

/// <summary>What became of a month's contributions as tables that hang together: each asks one thing of all of them, or of some that another shows.</summary>
internal static class ModerationTables
{
    public const string ReleasedAtFirst = "released at first";
    public const string Held = "held";
    public const string Returned = "returned";
    public const string Refused = "refused";
    public const string RefusedBecause = "refused because";
    public const string Reversed = "reversed";
    public const string Appealed = "appealed";
    public const string Appeal = "appeal";
    public const string LookedAt = "looked at by a person";

    public const string Yes = "yes";
    public const string WithinADay = "within a day";
    public const string WithinThreeDays = "within three days";
    public const string Later = "later";

    private const string No = "no";
    private const string NotYet = "not yet";
    private const string Of = "contributions received";

    public static IReadOnlyList<CountTable> From(IReadOnlyCollection<ModerationCourse> all)
    {
        return
        [
            YesOrNo(ReleasedAtFirst, course => course.ReleasedAtFirst),
            YesOrNo(Held, course => course.WasHeld),
            YesOrNo(Returned, course => course.WasReturned),
            YesOrNo(Refused, course => course.RefusedBecause is not null),
            Line(RefusedBecause, CountTable.Part(Of, Refused, Yes), "reason", Each<RefusalReason>((course, why) => course.RefusedBecause == why)),
            YesOrNo(Appealed, course => course.Appeal != AppealState.None),
            // The first of the states is that there was no appeal.
            Line(Appeal, CountTable.Part(Of, Appealed, Yes), "outcome", Each<AppealState>((course, state) => course.Appeal == state).Skip(1)),
            YesOrNo(Reversed, course => course.WasReversed),
            Line(
                LookedAt,
                Of,
                LookedAt,
                [
                    (WithinADay, course => course.Waited <= TimeSpan.FromDays(1)),
                    (WithinThreeDays, course => course.Waited > TimeSpan.FromDays(1) && course.Waited <= TimeSpan.FromDays(3)),
                    (Later, course => course.Waited > TimeSpan.FromDays(3)),
                    (NotYet, course => course.Waited is null),
                ]),
        ];

        CountTable YesOrNo(string by, Func<ModerationCourse, bool> holds) => Line(by, Of, by, [(Yes, holds), (No, course => !holds(course))]);

        IEnumerable<(string Key, Func<ModerationCourse, bool> Holds)> Each<T>(Func<ModerationCourse, T, bool> holds) where T : struct, Enum =>
            Enum.GetValues<T>().Select(value => (value.ToString(), (Func<ModerationCourse, bool>)(course => holds(course, value))));

        CountTable Line(string name, string of, string by, IEnumerable<(string Key, Func<ModerationCourse, bool> Holds)> rows)
        {
            var known = rows.ToList();
            return CountTable.Line(name, of, by, [.. known.Select(row => row.Key)], [.. known.Select(row => all.Count(row.Holds))]);
        }
    }
}
