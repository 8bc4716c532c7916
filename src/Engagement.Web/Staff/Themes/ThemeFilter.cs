using System.Globalization;
using Engagement.Web.Components;
using Engagement.Web.Staff.Coding;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff.Themes;

/// <summary>Which themes are listed, as the page's address says it. What is null does not narrow them.</summary>
public sealed record ThemeFilter(
    string? Consultation, string? Words, string? Audience, string? District, string? Disposition, string? Answer, string Order, string? After)
{
    /// <summary>In place of a consultation: the themes that take views from anywhere.</summary>
    public const string Standing = "standing";

    private const string MostViews = "MOST_VIEWS";
    private const string Yes = "yes";
    private const string No = "no";
    private const string Long = "long";
    private const string Merged = "merged";

    public static IReadOnlyList<Choice> Answers { get; } =
        [new("", "Any"), new(No, "No published answer"), new(Long, "None for 60 days or more"), new(Yes, "Answered"), new(Merged, "Also those merged away")];

    public static IReadOnlyList<Choice> Orders { get; } = [new(MostViews, "Most views first"), new("OLDEST", "Oldest first"), new("NEWEST", "Newest first")];

    public static IReadOnlyList<Choice> Dispositions { get; } = [new("", "Any"), .. ThemeWords.Dispositions.Select(choice => choice with { Hint = null })];

    public bool IsAnything => (Consultation ?? Words ?? Audience ?? District ?? Disposition ?? Answer) is not null || Order != MostViews;

    public bool OnlyStanding => Consultation == Standing;

    public bool? IsAnswered => Answer switch { Yes => true, No => false, _ => null };

    public int? WaitingDays => Answer == Long ? 60 : null;

    public bool AlsoMerged => Answer == Merged;

    internal static ThemeFilter Of(HttpRequest request)
    {
        return new ThemeFilter(
            Text("consultation"), Text("words"), OneOf(BoardFilter.Audiences, "audience"), OneOf(BoardFilter.Districts, "district"), OneOf(Dispositions, "disposition"),
            OneOf(Answers, "answer"), OneOf(Orders, "order") ?? MostViews, Text("after"));

        string? OneOf(IReadOnlyList<Choice> offered, string name) => Text(name) is { } value && offered.Any(choice => choice.Value == value) ? value : null;

        string? Text(string name) => request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    internal string At(string? after) => Links.With(
        ThemeLinks.Themes, ("consultation", Consultation), ("words", Words), ("audience", Audience), ("district", District), ("disposition", Disposition),
        ("answer", Answer), ("order", Order == MostViews ? null : Order), ("after", after));

    internal static string Days(DateTimeOffset since, TimeProvider clock) =>
        (Dates.Day(clock.GetUtcNow()).DayNumber - Dates.Day(since).DayNumber) switch
        {
            0 => "Without an answer since today",
            1 => "Without an answer for 1 day",
            var days => $"Without an answer for {days.ToString("N0", CultureInfo.InvariantCulture)} days",
        };
}
