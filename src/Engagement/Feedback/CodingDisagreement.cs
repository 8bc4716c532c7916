namespace Engagement.Feedback;

/// <summary>A view that two coders understand differently.</summary>
/// <param name="ViewId">The view.</param>
/// <param name="FirstOnly">The themes that only the first has given it.</param>
/// <param name="SecondOnly">The themes that only the second has given it.</param>
public sealed record CodingDisagreement(Guid ViewId, IReadOnlyList<Guid> FirstOnly, IReadOnlyList<Guid> SecondOnly);
