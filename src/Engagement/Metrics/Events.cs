namespace Engagement.Metrics;

/// <summary>
/// How many people there are, by a source, on a day. It is never changed: what is known better is another set, so a figure that names its set
/// can be made again.
/// </summary>
/// <param name="Title">What officers call it.</param>
/// <param name="Source">Where the numbers are from.</param>
/// <param name="AsAt">The day they are of.</param>
/// <param name="Reading">Who is counted, because sources can be read in more than one way: with or without education, health and care plans.</param>
/// <param name="Total">All who are counted.</param>
/// <param name="Groups">The same people by group.</param>
public sealed record DenominatorSetLoaded(
    string Title, string Source, DateOnly AsAt, string Reading, int Total, IReadOnlyList<DenominatorGroup> Groups);
