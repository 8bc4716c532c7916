using CsvHelper;
using Engagement.Releases;

namespace Engagement.Api.OpenData;

/// <summary>A published release: where its figures are and how to know that they are those that were published.</summary>
/// <param name="Id">The same in every file.</param>
/// <param name="Title">What it is of.</param>
/// <param name="Kind">Which kind of figures.</param>
/// <param name="AsAt">The moment that its figures show.</param>
/// <param name="PublishedAt">When they were published.</param>
/// <param name="Policy">The rules of disclosure control that they were shown under.</param>
/// <param name="PolicyVersion">Their version.</param>
/// <param name="Sha256">Of the file of its figures, in hexadecimal.</param>
/// <param name="Revises">The release whose place it takes.</param>
/// <param name="RevisedBecause">Why.</param>
/// <param name="RevisedBy">The release that took its place: the figures here are no longer the last word.</param>
/// <param name="Json">Where its figures are, exactly as they were published.</param>
/// <param name="Csv">Where they are as rows.</param>
[CsvRecord]
internal sealed partial record OpenRelease(
    [property: CsvColumn("id")] Guid Id,
    [property: CsvColumn("title")] string Title,
    [property: CsvColumn("kind")] string Kind,
    [property: CsvColumn("asAt")] DateTimeOffset AsAt,
    [property: CsvColumn("publishedAt")] DateTimeOffset PublishedAt,
    [property: CsvColumn("policy")] string Policy,
    [property: CsvColumn("policyVersion")] int PolicyVersion,
    [property: CsvColumn("sha256")] string Sha256,
    [property: CsvColumn("revises")] Guid? Revises,
    [property: CsvColumn("revisedBecause")] string? RevisedBecause,
    [property: CsvColumn("revisedBy")] Guid? RevisedBy,
    [property: CsvColumn("json")] string Json,
    [property: CsvColumn("csv")] string Csv)
{
    public static OpenRelease Of(ReleasePage release) => new(
        release.Id,
        release.Title,
        OpenFile.Word(release.Subject.Kind),
        release.AsAt,
        release.PublishedAt!.Value,
        release.Policy!,
        release.PolicyVersion!.Value,
        release.Hash!,
        release.Revises,
        release.RevisedBecause,
        release.RevisedBy,
        $"{OpenDataEndpoints.Path}/releases/{release.Id}.json",
        $"{OpenDataEndpoints.Path}/releases/{release.Id}.csv");
}
