namespace Engagement.Surveys;

/// <summary>
/// An instrument as it is shown: every version that was published, and the one being made. Right at once: written in the transaction of the events
/// it shows.
/// </summary>
public sealed record InstrumentSheet
{
    public required Guid Id { get; init; }

    public required Instrument Instrument { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    public int Version { get; init; }

    public string Title => Instrument.Title;

    public int? PublishedVersion => Instrument.PublishedVersion;

    /// <summary>Those of the newest published version; before there is one, those of the draft.</summary>
    public IReadOnlyList<Question> Questions => Instrument.Versions.Count > 0 ? Instrument.Versions[^1].Questions : Instrument.Draft?.Questions ?? [];

    /// <summary>As it was when a version was the newest: what a wave that asks it shows.</summary>
    public InstrumentSheet At(int version) => this with
    {
        Instrument = Instrument with { Versions = [.. Instrument.Versions.Where(v => v.Number <= version)] },
    };
}
