using System.Text.Json;

namespace Engagement.Measures;

/// <summary>A measure as a row of the platform's data file, word for word.</summary>
internal sealed record MeasureRow(
    string Id,
    int Area,
    string Name,
    string DataSource,
    string Frequency,
    string BaselineText,
    IReadOnlyList<string> Periods,
    IReadOnlyList<MeasureRow.RowTarget?> Targets,
    string Unit,
    string Better,
    string Note,
    string? DuplicateOf,
    string Seed)
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true };

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<MeasureRow> All { get; } = Read();

    public MeasureKind Kind => Unit == "milestone" ? MeasureKind.Milestone : Unit.Contains('%', StringComparison.Ordinal) ? MeasureKind.Percentage : MeasureKind.Number;

    /// <summary>What the row says, as it came to pass: the measure, its targets, and the baseline where the row has a number for it.</summary>
    public IEnumerable<object> Events()
    {
        yield return new MeasureDefined(
            Id,
            Area,
            Name,
            DataSource,
            Frequency,
            BaselineText,
            Unit,
            Kind,
            Better == "lower" ? MeasureDirection.Lower : MeasureDirection.Higher,
            Note,
            DuplicateOf,
            Seed,
            Periods);
        foreach (var (period, target) in Periods.Zip(Targets))
            yield return target is null ? new TargetSet(period, TargetKind.Blank, null, null) : target.Set(period);
        if (CatalogueBaselines.Of(Id) is { } baseline)
            yield return baseline;
    }

    private static IReadOnlyList<MeasureRow> Read()
    {
        using var file = typeof(MeasureRow).Assembly.GetManifestResourceStream("measures.json") ?? throw new InvalidOperationException("The measures are missing.");
        return JsonSerializer.Deserialize<IReadOnlyList<MeasureRow>>(file, Format)!;
    }

    /// <summary>A target as the file has it.</summary>
    internal sealed record RowTarget(string Kind, string? Op = null, JsonElement Value = default)
    {
        public TargetSet Set(string period) => (Kind, Op) switch
        {
            ("improve_from_baseline_at_least_pct", _) => new TargetSet(period, TargetKind.ImproveByPercent, Value.GetDecimal(), null),
            ("number", "reach") => new TargetSet(period, TargetKind.Reach, Value.GetDecimal(), null),
            ("number", "at_least") => new TargetSet(period, TargetKind.AtLeast, Value.GetDecimal(), null),
            ("number", "above") => new TargetSet(period, TargetKind.Above, Value.GetDecimal(), null),
            ("number", "below") => new TargetSet(period, TargetKind.Below, Value.GetDecimal(), null),
            ("text", _) => new TargetSet(period, KindOf(Value.GetString()!), null, Value.GetString()),
            _ => throw new InvalidOperationException($"The data file has a target of the kind {Kind} {Op}, which nobody has read yet."),
        };

        private static TargetKind KindOf(string words) => words switch
        {
            "n/a" => TargetKind.NotApplicable,
            _ when words.StartsWith("TBC", StringComparison.Ordinal) || words.StartsWith("To be determined", StringComparison.Ordinal) => TargetKind.ToBeConfirmed,
            _ when words.Contains('+', StringComparison.Ordinal) => TargetKind.Composite,
            _ => TargetKind.Milestone,
        };
    }
}
