using System.Globalization;
using Engagement.Common;

namespace Engagement.Metrics;

/// <summary>Takes in how many people there are. Rates and comparisons name the set they rest on.</summary>
/// <param name="Title">What officers call it.</param>
/// <param name="Source">Where the numbers are from.</param>
/// <param name="AsAt">The day they are of.</param>
/// <param name="Reading">Who is counted, because sources can be read in more than one way: with or without education, health and care plans.</param>
/// <param name="Total">All who are counted.</param>
/// <param name="Groups">The same people by group. Districts add up to the total.</param>
public sealed record LoadDenominatorSet(
    string Title, string Source, DateOnly AsAt, string Reading, int Total, IReadOnlyList<DenominatorGroup> Groups)
{
    private const int MostGroups = 500;
    private const int LongestKey = 100;

    public static Decision Decide(LoadDenominatorSet command, DateOnly today)
    {
        var (title, source, reading) = (CleanText.OneLine(command.Title), CleanText.OneLine(command.Source), CleanText.OneLine(command.Reading));
        DenominatorGroup[] groups = [.. command.Groups.Select(g => g with { Key = CleanText.OneLine(g.Key) })];
        var refusal = CheckTexts(title, source, reading) ?? CheckCounts(command, today) ?? CheckGroups(groups, command.Total);
        return refusal is null
            ? Decision.To(new DenominatorSetLoaded(title, source, command.AsAt, reading, command.Total, groups))
            : Decision.Refuse(refusal);
    }

    private static Refusal? CheckTexts(string title, string source, string reading)
    {
        if (title.Length == 0)
            return new Refusal("TITLE_MISSING", "Enter a title for these numbers", "title");

        if (source.Length == 0)
            return new Refusal("SOURCE_MISSING", "Enter where these numbers are from", "source");

        if (reading.Length == 0)
            return new Refusal("READING_MISSING", "Enter who is counted, for example with or without plans", "reading");

        return CleanText.TooLong(title, CleanText.LineLimit, "title")
            ?? CleanText.TooLong(source, CleanText.LineLimit, "source")
            ?? CleanText.TooLong(reading, CleanText.LineLimit, "reading");
    }

    private static Refusal? CheckCounts(LoadDenominatorSet command, DateOnly today)
    {
        if (command.AsAt > today)
            return new Refusal("DATE_IN_FUTURE", "Enter the day these numbers are of, which cannot be in the future", "asAt");

        return command.Total < 1 ? new Refusal("TOTAL_MISSING", "Enter how many people there are in all", "total") : null;
    }

    private static Refusal? CheckGroups(DenominatorGroup[] groups, int total)
    {
        if (groups.Length > MostGroups)
            return new Refusal("TOO_MANY_GROUPS", $"Enter {MostGroups} groups or fewer", "groups");

        if (groups.Any(g => !Enum.IsDefined(g.Dimension) || g.Count < 0 || g.Key.Length is 0 or > LongestKey))
            return new Refusal("GROUP_INVALID", "Enter each group with its key and how many people are in it", "groups");

        if (groups.FirstOrDefault(g => g.Dimension == DenominatorDimension.District && District.Find(g.Key) is null) is { } unknown)
            return new Refusal("DISTRICT_UNKNOWN", $"There is no district with the code {unknown.Key}", "groups");

        if (groups.GroupBy(g => (g.Dimension, g.Key)).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return new Refusal("GROUP_TWICE", $"The group {twice.Key.Key} is there twice", "groups");

        // Everybody lives in one district. Of some people the need or the phase is not known.
        foreach (var dimension in groups.GroupBy(g => g.Dimension))
        {
            var sum = dimension.Sum(g => (long)g.Count);
            if (sum > total || (sum < total && dimension.Key == DenominatorDimension.District))
            {
                return new Refusal(
                    "GROUPS_DO_NOT_ADD_UP",
                    string.Create(CultureInfo.InvariantCulture, $"The {NameOf(dimension.Key)} add up to {sum:N0}, not to {total:N0}"),
                    "groups");
            }
        }

        return null;
    }

    private static string NameOf(DenominatorDimension dimension) => dimension switch
    {
        DenominatorDimension.District => "districts",
        DenominatorDimension.Need => "needs",
        _ => "phases",
    };
}
