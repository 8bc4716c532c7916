using Engagement.Common;

namespace Engagement.Workbench;

/// <summary>How many views an audience has given, and apart from them how many were given for it by others.</summary>
/// <param name="Audience">Whose views; null where it was not recorded.</param>
/// <param name="OwnVoice">What they said themselves.</param>
/// <param name="Proxy">What somebody said for them.</param>
public sealed record AudienceCount(Audience? Audience, int OwnVoice, int Proxy);
