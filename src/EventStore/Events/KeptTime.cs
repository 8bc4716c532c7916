namespace EventStore;

/// <summary>Moments as the database keeps them, in UTC and to the microsecond, so that what is in memory says the same as what will be read.</summary>
internal static class KeptTime
{
    public static DateTimeOffset Of(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
