using System.Globalization;
using System.Text.Json;
using Engagement.Web.Components;

namespace Engagement.Web.Staff.Moderation;

/// <summary>What the address of the ledger asks for. What is not understood is left aside.</summary>
public sealed record LedgerAsked
{
    public string? Forum { get; init; }

    public string? Kind { get; init; }

    public string? Words { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    public string? After { get; init; }

    public bool IsNarrowed => KindAsked is not null || !string.IsNullOrWhiteSpace(Words) || FromDay is not null || UntilDay is not null;

    /// <summary>The kind as the schema names it; null where none is asked for.</summary>
    public string? KindAsked => LedgerKinds.Any(choice => choice.Value == Kind) && Kind is { Length: > 0 } ? Kind : null;

    public string? FromDay => Day(From);

    public string? UntilDay => Day(Until);

    internal static IReadOnlyList<Choice> LedgerKinds { get; } =
    [
        new("", "Everything"),
        .. Enum.GetValues<LedgerKind>().Select(kind => new Choice(JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString()), kind.Words())),
    ];

    public string At(string? after) => Links.With(
        ModerationLinks.Ledger, ("forum", Forum), ("kind", KindAsked), ("words", Words), ("from", FromDay), ("until", UntilDay), ("after", after));

    private static string? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;
}
