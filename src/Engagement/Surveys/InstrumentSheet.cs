namespace Engagement.Surveys;

/// <summary>
/// An instrument as it is shown: every version that was published, and the one being made. Right at once: written in the transaction of the events
/// it shows.
/// </summary>
public sealed record InstrumentSheet
{
    /// <summary>Which instrument.</summary>
    public required Guid Id { get; init; }

    /// <summary>As its own rules see it.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>Goes up with each change: what a change names as the version it was made on.</summary>
    public int Version { get; init; }

    /// <summary>What staff call it.</summary>
    public string Title => Instrument.Title;

    /// <summary>The number of the newest version that was published; null: none has been.</summary>
    public int? PublishedVersion => Instrument.PublishedVersion;

    /// <summary>Those of the newest published version; before there is one, those of the draft.</summary>
    public IReadOnlyList<Question> Questions => Instrument.Versions.Count > 0 ? Instrument.Versions[^1].Questions : Instrument.Draft?.Questions ?? [];

    /// <summary>As it was when a version was the newest: what a wave that asks it shows.</summary>
    public InstrumentSheet At(int version) => this with
    {
        Instrument = Instrument with { Versions = [.. Instrument.Versions.Where(v => v.Number <= version)] },
    };
}
