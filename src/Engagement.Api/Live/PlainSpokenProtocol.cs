using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Engagement.Api.Live;

/// <summary>
/// SignalR's protocol, except that a call which fits no method is answered with a code and with what is wrong: SignalR itself keeps that to
/// the server, since what a failed call says might come from inside. Here nothing but the fit of the arguments has been looked at yet.
/// </summary>
internal sealed class PlainSpokenProtocol(IHubProtocol inner) : IHubProtocol
{
    public string Name => inner.Name;

    public int Version => inner.Version;

    public TransferFormat TransferFormat => inner.TransferFormat;

    public bool IsVersionSupported(int version) => inner.IsVersionSupported(version);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => inner.GetMessageBytes(message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => inner.WriteMessage(message, output);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        if (!inner.TryParseMessage(ref input, binder, out message))
            return false;
        if (message is InvocationBindingFailureMessage failure)
            message = new InvocationBindingFailureMessage(failure.InvocationId, failure.Target, Explain(failure));
        return true;
    }

    private static ExceptionDispatchInfo Explain(InvocationBindingFailureMessage failure) =>
        ExceptionDispatchInfo.Capture(failure.BindingFailure.SourceException is HubException
            ? new HubException("METHOD_UNKNOWN: There is no such method. Call Follow, FollowJourney or Unfollow.")
            : new HubException("INVOCATION_INVALID: The arguments do not fit. Call Follow with a topic as text, and the last position you saw as a whole number, or null; schema/live.d.ts has the other methods."));
}
