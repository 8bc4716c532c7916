using Engagement.Common;

namespace Engagement.Workbench;

/// <summary>How many views an audience has given; null stands for views of which it was not recorded whose they are.</summary>
public sealed record AudienceCount(Audience? Audience, int Count);
