namespace EventStore;

internal sealed class LambdaUpcaster<TOld, TNew>(string eventTypeName, Func<TOld, TNew> upcast) : EventUpcaster<TOld, TNew>
    where TOld : notnull
    where TNew : notnull
{
    public override string EventTypeName => eventTypeName;

    protected override TNew Upcast(TOld oldEvent) => upcast(oldEvent);
}
