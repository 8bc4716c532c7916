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
    Guid Id,
    string Title,
    ReleaseKind Kind,
    DateTimeOffset AsAt,
    DateTimeOffset PublishedAt,
    string Policy,
    int PolicyVersion,
    string Sha256,
    Guid? Revises,
    string? RevisedBecause,
    Guid? RevisedBy,
    string Json,
    string Csv)
{
    public static OpenRelease Of(ReleasePage release) => new(
        release.Id,
        release.Title,
        release.Subject.Kind,
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
