namespace Engagement.Api.Live;

/// <summary>
/// Something that people may be looking at has changed. It says what and where in the log, and carries nothing of its content:
/// whoever hears it fetches the thing itself, so that authorization is checked where the content is read.
/// </summary>
/// <param name="Topic">What was followed, as the client named it.</param>
/// <param name="Kind">What kind of thing changed, for example <c>entry</c>. It ends in <c>Removed</c> where the thing is not shown any more.</param>
/// <param name="Id">The thing's global id; of an entry the readable part of its address, of a journey its reference.</param>
/// <param name="Position">The log position of the change; a client that comes back names the last one it saw.</param>
public sealed record LiveUpdate(string Topic, string Kind, string Id, long Position);
