using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>How many views are in a state: of one audience, and said by themselves or for them. These figures are never added together.</summary>
public sealed record CodingProgress(Audience? Audience, bool Proxy, ViewState State, int Count);
