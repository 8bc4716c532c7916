namespace EventStore;

/// <summary>How far a bulk insert has come: what is committed, never what is only under way.</summary>
/// <param name="Streams">How many stream actions, counted from the first that the source gave; with a name, those of earlier runs too.</param>
/// <param name="Events">How many events those were.</param>
/// <param name="LastSequence">The highest log position that this run wrote, to wait for a projection with; zero when it wrote none.</param>
public sealed record BulkInsertProgress(long Streams, long Events, long LastSequence);
