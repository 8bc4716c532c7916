namespace Engagement.Activities;

/// <summary>Something that makes it possible to take part.</summary>
/// <param name="Kind">What is offered.</param>
/// <param name="Detail">What it is exactly, and how to ask for it.</param>
public sealed record OfferedSupport(SupportKind Kind, string Detail);
