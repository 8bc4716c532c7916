namespace Messaging;

/// <summary>What messaging tells of itself through OpenTelemetry. Nothing is measured that nobody listens to.</summary>
/// <remarks>
/// <para>
/// Listen with <c>AddMeter(MessagingDiagnostics.Name)</c> and <c>AddSource(MessagingDiagnostics.Name)</c>. Every measurement bears the queue as
/// <c>messaging.destination.name</c>, those of a message its type as <c>messaging.message.type</c>, and those of a failure its kind as <c>error.type</c>:
/// the code of a <see cref="MessagingException"/>, the SQLSTATE of a database error, or else the exception's type. Bodies, keys and tenants never appear.
/// </para>
/// <list type="table">
/// <listheader><term>Instrument</term><description>What it measures</description></listheader>
/// <item><term><c>messaging.process.duration</c></term><description>Histogram, s: how long the handling of a message took, with its commit, also when it failed.</description></item>
/// <item><term><c>messaging.message.latency</c></term><description>Histogram, s: from when a message was due to when it was handled.</description></item>
/// <item><term><c>messaging.message.failures</c></term><description>Counter, {attempt}: attempts that failed, also by the loss of a node.</description></item>
/// <item><term><c>messaging.message.dead_letters</c></term><description>Counter, {message}: messages moved to the dead letters.</description></item>
/// <item><term><c>messaging.queue.depth</c></term><description>Gauge, {message}: messages that are due and not in hand, as last counted, which is every 10 seconds.</description></item>
/// <item><term><c>messaging.queue.in_hand</c></term><description>Gauge, {message}: messages that this node has in hand.</description></item>
/// </list>
/// <para>Span: <c>messaging.process</c>, a consumer's, in the trace of what sent the message.</para>
/// </remarks>
public static class MessagingDiagnostics
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Messaging";
}
