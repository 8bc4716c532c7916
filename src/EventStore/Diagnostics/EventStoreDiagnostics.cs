namespace EventStore;

/// <summary>What an event store tells of itself through OpenTelemetry. Nothing is measured that nobody listens to.</summary>
/// <remarks>
/// <para>
/// Listen with <c>AddMeter(EventStoreDiagnostics.Name)</c> and <c>AddSource(EventStoreDiagnostics.Name)</c>. Every measurement and span says which store it is
/// of: <c>db.system.name</c> is <c>postgresql</c>, and <c>db.namespace</c> the database and the schema, as in <c>shop|public</c>. Those of a projection
/// or subscription bear its name as <c>eventstore.projection.name</c>; those of a failure its kind as <c>error.type</c>, which is the code of an
/// <see cref="EventStoreException"/>, the SQLSTATE of a database error, or else the exception's type. Identities, tenants and data never appear.
/// </para>
/// <list type="table">
/// <listheader><term>Instrument</term><description>What it measures</description></listheader>
/// <item><term><c>eventstore.append.duration</c></term><description>Histogram, s: how long a save took, also when it failed.</description></item>
/// <item><term><c>eventstore.append.events</c></term><description>Counter, {event}: events saved.</description></item>
/// <item><term><c>eventstore.append.conflicts</c></term><description>Counter, {conflict}: saves refused because a stream had moved on or was there already.</description></item>
/// <item><term><c>eventstore.projection.batch.duration</c></term><description>Histogram, s: how long a page of events took, with its commit.</description></item>
/// <item><term><c>eventstore.projection.batch.events</c></term><description>Histogram, {event}: how many events a page held.</description></item>
/// <item><term><c>eventstore.projection.dead_letters</c></term><description>Counter, {event}: events that a projection was made to pass over.</description></item>
/// <item><term><c>eventstore.projection.lag</c></term><description>Gauge, {position}: log positions that a projection has yet to pass.</description></item>
/// <item><term><c>eventstore.projection.delay</c></term><description>Gauge, s: for how long a projection has been behind; zero when it is not.</description></item>
/// <item><term><c>eventstore.projection.rebuild.progress</c></term><description>Gauge, 1: the part of the log that a rebuild has been through; only while one runs.</description></item>
/// <item><term><c>eventstore.high_water_mark</c></term><description>Gauge, {position}: the log position up to which nothing can appear any more.</description></item>
/// </list>
/// <para>Spans: <c>eventstore.append</c> and <c>eventstore.project</c>, with the number of events as <c>eventstore.events</c>.</para>
/// </remarks>
public static class EventStoreDiagnostics
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "EventStore";
}
