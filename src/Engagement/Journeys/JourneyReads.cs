using Engagement.Common;
using Engagement.Feedback;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Journeys;

/// <summary>
/// The tracking page of someone who holds a receipt. Put together when it is read, from what the views, themes and loops show:
/// nothing about it can lag behind or be out of step with them.
/// </summary>
public sealed class JourneyReads(DocumentStore store, FeedbackReads feedback, ReceiptReads receipts)
{
    /// <summary>The journey of a receipt; null when there is none with this reference and this secret, and never which of the two is wrong.</summary>
    public async Task<Journey?> FindAsync(string reference, string secret, CancellationToken cancellationToken)
    {
        var receipt = await receipts.FindAsync(reference, secret, cancellationToken);
        return receipt is null ? null : await TraceAsync(receipt, cancellationToken);
    }

    private async Task<Journey> TraceAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        var groupings = await store.ListAsync(
            "select theme_id, coded_at from engagement.view_themes where source_id = $1 order by coded_at, theme_id",
            row => new Grouping(row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1)),
            cancellationToken,
            receipt.Id);
        var readings = await store.ListAsync(
            "select read_at from engagement.views where source_id = $1 and read_at is not null",
            row => row.GetFieldValue<DateTimeOffset>(0),
            cancellationToken,
            receipt.Id);

        Guid[] themeIds = [.. groupings.Select(g => g.ThemeId).Distinct()];
        var themes = (await feedback.ThemesByIdsAsync(themeIds, cancellationToken)).ToDictionary(theme => theme.Id);
        var loopsByTheme = await feedback.LoopsByThemeAsync(themeIds, cancellationToken);
        LoopCard[] loops = [.. themeIds.Where(loopsByTheme.ContainsKey).Select(id => loopsByTheme[id])];

        return new Journey(
            receipt.Id,
            receipt.Reference,
            receipt.ConsultationId,
            receipt.SubmittedAt,
            [
                new JourneyStep(JourneyStepKind.Received, receipt.SubmittedAt, null),
                Read(groupings, readings),
                First(
                    JourneyStepKind.Grouped,
                    groupings.Select(g => Reached(g.CodedAt, themes.TryGetValue(g.ThemeId, out var theme) ? theme.Title : null))),
                First(JourneyStepKind.Decided, loops.Select(l => Reached(l.Decision?.RecordedAt, Words(l.Decision?.Outcome)))),
                First(JourneyStepKind.Done, loops.Select(l => Reached(l.Action?.RecordedAt, l.Action?.WhatChanged))),
                First(JourneyStepKind.Published, loops.Select(l => Reached(l.Entry?.PublishedAt, null))),
                First(JourneyStepKind.Told, loops.Select(l => Reached(l.Told?.At, l.Told?.Route))),
            ],
            [.. loops.Where(l => l.Entry is not null).Select(l => l.Id)]);
    }

    // A view that was grouped has been read, also while the officers' list is still catching up.
    private static JourneyStep Read(IReadOnlyList<Grouping> groupings, IReadOnlyList<DateTimeOffset> readings) =>
        First(JourneyStepKind.Read, [.. groupings.Select(g => Reached(g.CodedAt, null)), .. readings.Select(at => Reached(at, null))]);

    /// <summary>Where several themes carry one response, a step is reached when the first of them reaches it.</summary>
    private static JourneyStep First(JourneyStepKind kind, IEnumerable<(DateTimeOffset? At, string? Detail)> reached)
    {
        var first = reached.Where(r => r.At is not null).OrderBy(r => r.At).FirstOrDefault();
        return new JourneyStep(kind, first.At, first.Detail);
    }

    private static (DateTimeOffset? At, string? Detail) Reached(DateTimeOffset? at, string? detail) => (at, detail);

    private static string? Words(DecisionOutcome? outcome) => outcome switch
    {
        DecisionOutcome.WeWill => "We will",
        DecisionOutcome.WeCannot => "We cannot",
        _ => null,
    };

    private sealed record Grouping(Guid ThemeId, DateTimeOffset CodedAt);
}
