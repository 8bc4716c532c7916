using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Engagement.Api.Live;

/// <summary>The last change of a thing, with where in the log it was.</summary>
internal sealed class LiveEntry(long position, LiveNote note, long shownAfter)
{
    private SerializedHubMessage? _message;

    public long Position => position;

    public LiveNote Note => note;

    /// <summary>Whoever has seen nothing later than this has never seen the thing; zero when it was there before anything that is remembered.</summary>
    public long ShownAfter => shownAfter;

    /// <summary>A later change of the same thing says all that this one does.</summary>
    public bool IsOvertaken { get; set; }

    public bool IsFor(long cursor) => !IsOvertaken && (!note.IsGone || cursor >= shownAfter);

    /// <summary>As the hub sends it: written once for all who are told the same.</summary>
    public SerializedHubMessage MessageFor(LiveSubject subject) => subject.Topic.TellsAllTheSame ? _message ??= Write(subject) : Write(subject);

    private SerializedHubMessage Write(LiveSubject subject) =>
        new(new InvocationMessage(LiveHub.Changed, [subject.Topic.UpdateOf(subject, this)]));
}
