namespace EventStore;

/// <param name="EveryEvents">A seal is made when this many events are there.</param>
/// <param name="Every">Or when the first that is not sealed has waited this long.</param>
internal sealed record SealOptions(int EveryEvents, TimeSpan Every);
