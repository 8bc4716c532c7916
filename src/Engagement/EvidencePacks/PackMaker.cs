using Engagement.Common;
using Engagement.EvidencePacks.Parts;

namespace Engagement.EvidencePacks;

/// <summary>
/// Makes a pack from the log: from what had been recorded by its moment, and nothing else. Nothing about the making is in it, every list has an order of its
/// own, and words and numbers are written the same everywhere: so the same moment gives the same bytes, whenever it is asked for.
/// </summary>
public sealed class PackMaker(PackFactsReader facts, IPagePrinter printer)
{
    /// <param name="activityId">The commissioning activity it is about; null: the whole partnership.</param>
    /// <param name="asAt">The moment. It has passed.</param>
    /// <param name="report">Told how many percent are done, and what is done next.</param>
    /// <param name="cancellationToken">Ends it; nothing is kept.</param>
    /// <exception cref="ThingNotFoundException">There was no such commissioning activity by then.</exception>
    public async Task<MadePack> MakeAsync(Guid? activityId, DateTimeOffset asAt, Func<int, string, Task> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        await report(5, "Waiting until all that was recorded by then is in place");
        var moment = await facts.SettleAsync(asAt, cancellationToken);
        await report(15, "Reading the log");
        var known = await facts.ReadAsync(activityId, moment, cancellationToken) ?? throw new ThingNotFoundException("commissioning activity", activityId.GetValueOrDefault());
        await report(45, "Proving events");
        var events = await facts.ProveAsync(known, cancellationToken);
        await report(65, "Writing tables");
        var sections = SectionsOf(known, events);
        await report(75, "Writing the page");
        var archive = PackArchive.Of(known, sections, events);
        await report(80, "Printing it as PDF");
        return archive.Keep(await printer.PrintAsync(archive.Printable, known.Moment.At, cancellationToken));
    }

    private static IReadOnlyList<PackSection> SectionsOf(PackFacts known, PackEvents events) => known.Activity is null
        ?
        [
            CharterPart.Of(known, events),
            StatementPart.Of(known),
            LoopPart.Of(known),
            ParticipationPart.Of(known),
            MeasurePart.Of(known),
            ActionPart.Of(known),
            GovernancePart.Of(known),
            LogPart.Of(known),
            DeletedPart.Of(known),
            ProofPart.Of(known, events),
        ]
        : [CharterPart.Of(known, events), LoopPart.Of(known), ParticipationPart.Of(known), ProofPart.Of(known, events)];
}
