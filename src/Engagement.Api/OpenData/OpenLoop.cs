using CsvHelper;
using Engagement.Consultations;
using Engagement.Feedback;

namespace Engagement.Api.OpenData;

/// <summary>A published "you said, we did", in one row: what a spreadsheet shows of it too.</summary>
/// <param name="Id">The same in every file.</param>
/// <param name="Slug">The readable part of its address on the board.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Consultation">Where it was said; null when it was said outside any.</param>
/// <param name="YouSaid">What people said.</param>
/// <param name="WeDid">What was done or will be.</param>
/// <param name="Views">How many views make the point; null when that is too few to show.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="DecidedOn">The day, in London.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Alternatives">What else was considered.</param>
/// <param name="Promise">What was promised, if anything was.</param>
/// <param name="PromisedFor">The day by which.</param>
/// <param name="Change">What changed, once something has.</param>
/// <param name="ChangedOn">The day, in London.</param>
/// <param name="Proof">Where the change can be seen.</param>
/// <param name="PublishedAt">When it was first published.</param>
/// <param name="UpdatedAt">When it last changed.</param>
[CsvRecord]
internal sealed partial record OpenLoop(
    [property: CsvColumn("id")] Guid Id,
    [property: CsvColumn("slug")] string Slug,
    [property: CsvColumn("state")] string State,
    [property: CsvColumn("consultation")] string? Consultation,
    [property: CsvColumn("youSaid")] string YouSaid,
    [property: CsvColumn("weDid")] string WeDid,
    [property: CsvColumn("views")] int? Views,
    [property: CsvColumn("outcome")] string Outcome,
    [property: CsvColumn("decidedOn")] DateOnly DecidedOn,
    [property: CsvColumn("decidedBy")] string DecidedBy,
    [property: CsvColumn("reasons")] string Reasons,
    [property: CsvColumn("alternatives")] string Alternatives,
    [property: CsvColumn("promise")] string? Promise,
    [property: CsvColumn("promisedFor")] DateOnly? PromisedFor,
    [property: CsvColumn("change")] string? Change,
    [property: CsvColumn("changedOn")] DateOnly? ChangedOn,
    [property: CsvColumn("proof")] string? Proof,
    [property: CsvColumn("publishedAt")] DateTimeOffset PublishedAt,
    [property: CsvColumn("updatedAt")] DateTimeOffset UpdatedAt)
{
    public static OpenLoop Of(EntryPage entry, ConsultationPage? consultation) => new(
        entry.Id,
        entry.Slug,
        OpenFile.Word(entry.State),
        consultation?.Title,
        entry.YouSaid,
        entry.WeDid,
        entry.ViewCount,
        OpenFile.Word(entry.Decision.Outcome),
        entry.Decision.DecidedOn,
        entry.Decision.Maker,
        entry.Decision.Reasons,
        entry.Decision.Alternatives,
        entry.Commitment?.Text,
        entry.Commitment?.DueOn,
        entry.Action?.WhatChanged,
        entry.Action?.TakenOn,
        entry.Action?.ProofUrl,
        entry.PublishedAt,
        entry.UpdatedAt);
}
