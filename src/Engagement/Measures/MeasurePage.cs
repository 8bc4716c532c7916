namespace Engagement.Measures;

/// <summary>A measure as it is shown. Right at once.</summary>
public sealed record MeasurePage
{
    /// <summary>The measure.</summary>
    public required Guid Id { get; init; }

    public required MeasureRecord Record { get; init; }

    /// <summary>Where it stands in a list by its number.</summary>
    public required string Place { get; init; }

    /// <summary>How it stands in the last period that has a figure.</summary>
    public MeasureRating Rating { get; init; }

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }
}
