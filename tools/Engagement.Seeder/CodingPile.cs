using System.Collections.Concurrent;
using Engagement.Feedback;
using Engagement.Seeder.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Seeder;

/// <summary>Views that wait to be read, each with what its coder finds in it. They are coded together, fifty at a time.</summary>
internal sealed class CodingPile(string name, Func<TextPoint, Guid> themeOf)
{
    private const int BatchSize = 50;

    private readonly ConcurrentBag<Sheet> _sheets = [];

    /// <summary>Adds a view, from any thread. <paramref name="order"/> places it among the others, in every load alike; null points: it cannot be coded.</summary>
    public void Add(Guid view, int order, IReadOnlyList<TextPoint>? points)
    {
        if (points is not { Count: 0 })
            _sheets.Add(new Sheet(view, order, points));
    }

    /// <summary>Over some days from one on.</summary>
    public async Task CodeAsync(Storyteller teller, DateOnly from, int days)
    {
        var themes = await ThemesAsync(teller);
        var bulk = new BulkTeller(teller.Services);
        var batches = _sheets
            .OrderBy(sheet => sheet.Order)
            .ThenBy(sheet => sheet.View)
            .Chunk(BatchSize)
            .Select((sheets, i) => (Name: $"{name}:code:{i + 1}", At: Storyteller.OfficerOn(from.AddDays(i % days), name).OccurredAt!.Value, Sheets: sheets));
        await teller.AtOnceAsync(batches, batch => bulk.CodeAsync(
            batch.Name,
            batch.At,
            [.. batch.Sheets.Select(sheet => (sheet.View, (IReadOnlyList<ThemeCard>?)sheet.Points?.Select(point => themes[themeOf(point)]).ToArray()))],
            new Dictionary<Guid, View>(),
            teller.CancellationToken));
    }

    private async Task<Dictionary<Guid, ThemeCard>> ThemesAsync(Storyteller teller)
    {
        Guid[] ids = [.. _sheets.SelectMany(sheet => sheet.Points ?? []).Distinct().Select(themeOf)];
        var found = await teller.Services.GetRequiredService<FeedbackReads>().ThemesByIdsAsync(ids, teller.CancellationToken);
        return found.ToDictionary(theme => theme.Id);
    }

    private sealed record Sheet(Guid View, int Order, IReadOnlyList<TextPoint>? Points);
}
