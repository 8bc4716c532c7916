using Messaging;

namespace Engagement.Privacy;

/// <summary>The message that a subject's key was destroyed: whatever is kept of them beside the log is taken out, if it is still there.</summary>
[MessageIdentity("erase_subject")]
public sealed record EraseSubject(Guid SubjectId);
