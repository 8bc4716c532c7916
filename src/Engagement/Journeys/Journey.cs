namespace Engagement.Journeys;

/// <summary>The dated steps that what a person said has been through, and the entries it led to.</summary>
/// <param name="ResponseId">The response.</param>
/// <param name="Reference">The reference on the receipt.</param>
/// <param name="ConsultationId">The consultation it was said in.</param>
/// <param name="SubmittedAt">When it was submitted.</param>
/// <param name="Steps">All steps in their order; those not reached yet have no date.</param>
/// <param name="EntryIds">What was published because of it.</param>
public sealed record Journey(
    Guid ResponseId,
    string Reference,
    Guid? ConsultationId,
    DateTimeOffset SubmittedAt,
    IReadOnlyList<JourneyStep> Steps,
    IReadOnlyList<Guid> EntryIds);
