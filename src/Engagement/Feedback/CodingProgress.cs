using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>How many views are in a state: of one audience, and said by themselves or for them. These figures are never added together.</summary>
/// <param name="Audience">Whose views; null where it was not recorded.</param>
/// <param name="Proxy">Whether somebody said them for them.</param>
/// <param name="State">How far they are.</param>
/// <param name="Count">How many there are.</param>
public sealed record CodingProgress(Audience? Audience, bool Proxy, ViewState State, int Count);
