namespace Engagement.Feedback;

/// <summary>A view that two coders understand differently: the themes that only the one or only the other has given it.</summary>
public sealed record CodingDisagreement(Guid ViewId, IReadOnlyList<Guid> FirstOnly, IReadOnlyList<Guid> SecondOnly);
