namespace Engagement.Activities;

public sealed record OfferedSupport(SupportKind Kind, string Detail);
