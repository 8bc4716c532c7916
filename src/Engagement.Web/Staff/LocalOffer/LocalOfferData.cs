using System.Globalization;
using Engagement.Web.Figures;
using Engagement.Web.Staff.Releases;
using Engagement.Web.Staff.Results;

namespace Engagement.Web.Staff.LocalOffer;

/// <summary>A school year of comments on the Local Offer, as officers see it.</summary>
public sealed record LocalOfferYear(
    int Year, bool IsOver, IReadOnlyList<int> Years, LocalOfferReturn Return, IReadOnlyList<Missing> Missing, IReadOnlyList<ReleaseOfYear> Drafts, IReadOnlyList<ReleaseOfYear> Releases);

public sealed record Missing(Gap What, string Title, string ThemeId, string? LoopId);

public enum Gap
{
    Decision,
    Loop,
    Proof,
    Publication,
}

public sealed record ReleaseOfYear(string Id, string Title, ReleaseState State, DateTimeOffset? PublishedAt);

internal static class LocalOfferLinks
{
    public const string Section = $"{Links.Staff}/local-offer";

    public static string Year(int year) => Links.With(Section, ("year", year.ToString(CultureInfo.InvariantCulture)));

    /// <summary>2019/20.</summary>
    public static string NameOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");
}

internal static class LocalOfferTable
{
    public const string Key = "local-offer";

    /// <summary>For files: the page shows the same as text.</summary>
    public static FigureTable Of(LocalOfferReturn year) => new(
        Key,
        $"Comments on the Local Offer and responses, {year.Name}",
        [
            Text("about"), Text("title"), Text("comment"), new("views", "views"), Text("state"), Text("response"), Text("decided_on"), Text("decided_by"), Text("reasons"),
            Text("promises"), Text("change"), Text("changed_on"), Text("proof"), Text("published_on"),
        ],
        [
            .. year.Comments.Select(comment => (IReadOnlyList<Figure>)
            [
                Figure.Of(comment.Matter.Words()),
                Figure.Of(comment.Title),
                Figure.Of(comment.Comment),
                Figure.OrHidden(comment.Views),
                Figure.Of(comment.State switch { YouSaidWeDid.EntryState.WeDid => "We did", YouSaidWeDid.EntryState.WeWill => "We will", _ => "We cannot" }),
                Figure.Of(comment.Response),
                Figure.Of(Dates.Machine(comment.DecidedOn)),
                Figure.Of(comment.DecidedBy),
                Figure.Of(comment.Reasons),
                Figure.Of(string.Join("; ", comment.Promises.Select(one => $"{one.Text} ({one.OwnerRole}, {Dates.Machine(one.DueOn)})"))),
                Figure.Of(comment.Change),
                Figure.Of(comment.ChangedOn is { } on ? Dates.Machine(on) : null),
                Figure.Of(comment.Proof),
                Figure.Of(Dates.Machine(comment.PublishedOn)),
            ]),
        ],
        $"Comments without a published answer at the end of the year: {year.StillOpen}");

    private static FigureColumn Text(string key) => new(key, key, IsNumber: false);
}
