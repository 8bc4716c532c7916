namespace Engagement.Feedback;

/// <summary>Which commitments are wanted. What is null or false does not narrow them.</summary>
/// <param name="ConsultationId">Those of one consultation.</param>
/// <param name="Delivered">Only those that are delivered (true), or only those that are not (false).</param>
/// <param name="LateOnly">Only those that are not delivered after the day they were due.</param>
/// <param name="OwnerRole">Those of one role, as it is written in them.</param>
/// <param name="DueFrom">The first day on which they are due.</param>
/// <param name="DueTo">The last such day.</param>
public sealed record CommitmentQuery(
    Guid? ConsultationId = null,
    bool? Delivered = null,
    bool LateOnly = false,
    string? OwnerRole = null,
    DateOnly? DueFrom = null,
    DateOnly? DueTo = null);
