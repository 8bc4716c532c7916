using System.Text.Json.Serialization;
using Engagement.Activities;
using EventStore;

namespace Engagement.Charter.Version1;

/// <summary>When no meeting could be evidence.</summary>
internal sealed record ClaimMade(
    Guid ClaimId,
    string Principle,
    CycleStage Stage,
    EvidenceItem Evidence,
    string Explanation,
    string? Outcome,
    string Organisation,
    DateOnly ExpiresOn,
    string? Rule,
    Guid? By);

/// <summary>When no meeting could be evidence.</summary>
internal sealed record EvidenceRejected(string Principle, CycleStage Stage, EvidenceItem Evidence, string Rule, string Reason);

internal sealed record EvidenceItem(EvidenceKind Kind, Guid Id, string Title, DateOnly HappenedOn)
{
    public Charter.EvidenceItem Now() => new(Enum.Parse<Charter.EvidenceKind>(Kind.ToString()), Id, Title, HappenedOn);
}

[JsonConverter(typeof(JsonStringEnumConverter<EvidenceKind>))]
internal enum EvidenceKind
{
    ActivityHeld,
    WaveClosed,
    TopicClosed,
    LoopPublished,
    LoopClosed,
    LoopConfirmed,
}

internal sealed class ClaimMadeUpcaster : EventUpcaster<ClaimMade, Charter.ClaimMade>
{
    protected override Charter.ClaimMade Upcast(ClaimMade old) => new(
        old.ClaimId, old.Principle, old.Stage, old.Evidence.Now(), old.Explanation, old.Outcome, old.Organisation, old.ExpiresOn, old.Rule, old.By);
}

internal sealed class EvidenceRejectedUpcaster : EventUpcaster<EvidenceRejected, Charter.EvidenceRejected>
{
    protected override Charter.EvidenceRejected Upcast(EvidenceRejected old) => new(old.Principle, old.Stage, old.Evidence.Now(), old.Rule, old.Reason);
}
