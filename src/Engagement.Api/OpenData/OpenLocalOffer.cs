using CsvHelper;
using Engagement.LocalOffer;

namespace Engagement.Api.OpenData;

/// <summary>A comment on the Local Offer with its answer, in one row. The last row says how many had no answer yet.</summary>
/// <param name="Year">The school year.</param>
/// <param name="About">What of the Local Offer.</param>
/// <param name="Title">The point in a few words.</param>
/// <param name="Comment">What people said.</param>
/// <param name="Views">How many views make the point; null when that is too few to show.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Response">What was answered.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Promises">What was promised, by whom and for when.</param>
/// <param name="Change">What changed, once something has.</param>
/// <param name="ChangedOn">Since when.</param>
/// <param name="Proof">Where the change can be seen.</param>
/// <param name="PublishedOn">The day on which the answer was first published.</param>
/// <param name="StillOpen">In the last row, how many comments had no published answer.</param>
[CsvRecord]
internal sealed partial record OpenLocalOffer(
    [property: CsvColumn("year")] string Year,
    [property: CsvColumn("about")] string? About,
    [property: CsvColumn("title")] string? Title,
    [property: CsvColumn("comment")] string? Comment,
    [property: CsvColumn("views")] int? Views,
    [property: CsvColumn("state")] string? State,
    [property: CsvColumn("response")] string? Response,
    [property: CsvColumn("decidedOn")] DateOnly? DecidedOn,
    [property: CsvColumn("decidedBy")] string? DecidedBy,
    [property: CsvColumn("reasons")] string? Reasons,
    [property: CsvColumn("promises")] string? Promises,
    [property: CsvColumn("change")] string? Change,
    [property: CsvColumn("changedOn")] DateOnly? ChangedOn,
    [property: CsvColumn("proof")] string? Proof,
    [property: CsvColumn("publishedOn")] DateOnly? PublishedOn,
    [property: CsvColumn("stillOpen")] int? StillOpen)
{
    public static IEnumerable<OpenLocalOffer> Of(LocalOfferReturn year) =>
    [
        .. year.Comments.Select(comment => new OpenLocalOffer(
            year.Name,
            OpenFile.Word(comment.Matter),
            comment.Title,
            comment.Comment,
            comment.Views,
            OpenFile.Word(comment.State),
            comment.Response,
            comment.DecidedOn,
            comment.DecidedBy,
            comment.Reasons,
            comment.Promises.Count == 0 ? null : string.Join("; ", comment.Promises.Select(one => $"{one.Text} ({one.OwnerRole}, {one.DueOn:yyyy-MM-dd})")),
            comment.Change,
            comment.ChangedOn,
            comment.Proof,
            comment.PublishedOn,
            null)),
        new(year.Name, null, null, null, null, null, null, null, null, null, null, null, null, null, null, year.StillOpen),
    ];
}
