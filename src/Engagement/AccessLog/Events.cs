using Engagement.Common;

namespace Engagement.AccessLog;

/// <summary>Somebody is about to read views. One for all that a request reads of a consultation in one place; recorded before anything is shown.</summary>
/// <param name="Actor">The pseudonym of who reads; null where they are known by their role only.</param>
/// <param name="Role">The role in which they do.</param>
/// <param name="ConsultationId">The consultation of the views; null for views from outside any.</param>
/// <param name="Count">How many.</param>
/// <param name="Field">Where they were asked for: the field of the API.</param>
/// <param name="Page">The page they were asked for by; null for other clients.</param>
public sealed record ViewsRead(Guid? Actor, string Role, Guid? ConsultationId, int Count, string Field, string? Page);

/// <summary>
/// Somebody who may use the machine that the platform runs on is about to carry out a command that reads or changes what is people's. The platform does not
/// know who it is, and keeps what the machine says.
/// </summary>
/// <param name="Command">The command and the names of its options, without what was said with them: for example <c>messages replay --type</c>.</param>
/// <param name="Account">
/// Whose account of the operating system it was: for example <c>engagement</c>, or <c>anna, by sudo as root</c>. What the machine says, and no proof: whoever
/// may be another account there can say another. Null where the machine has no name for it, and in what was recorded before this was kept.
/// </param>
[EventVersion(2)]
public sealed record CommandUsed(string Command, string? Account);
