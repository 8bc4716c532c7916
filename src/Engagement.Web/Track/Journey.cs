using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Track;

public sealed record Journey(
    string Reference,
    DateTimeOffset SubmittedAt,
    JourneyConsultation? Consultation,
    IReadOnlyList<JourneyStep> Steps,
    IReadOnlyList<EntryCardData> Entries)
{
    /// <summary>The steps this journey goes through: where every answer was "we cannot", nothing is left to be done.</summary>
    public IReadOnlyList<JourneyStep> StepsOnTheWay =>
        Entries.Count > 0 && Entries.All(e => e.State is EntryState.WeCannot)
            ? [.. Steps.Where(s => s.Kind is not JourneyStepKind.Done || s.At is not null)]
            : Steps;
}

public sealed record JourneyConsultation(string Slug, string Title, DateOnly DecisionExpectedOn, DateOnly? ResponseDueOn);

/// <summary>One step; <c>At</c> is null while it has not happened.</summary>
public sealed record JourneyStep(JourneyStepKind Kind, DateTimeOffset? At, string? Detail);

public enum JourneyStepKind
{
    Received,
    Read,
    Grouped,
    Decided,
    Done,
    Published,
    Told,
    Confirmed,
}
