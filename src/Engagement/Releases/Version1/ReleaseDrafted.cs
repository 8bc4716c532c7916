using System.Text.Json.Serialization;
using EventStore;

namespace Engagement.Releases.Version1;

/// <summary>When every release was of figures.</summary>
internal sealed record ReleaseDrafted(
    string Title, ReleaseSubject Subject, DateTimeOffset AsAt, long Position, int Number, Guid? Revises, string? RevisedBecause, Guid By);

internal sealed record ReleaseSubject(ReleaseKind Kind, Guid? Id, DateOnly? Month, IReadOnlyList<CrossedQuestion> Crossed);

[JsonConverter(typeof(JsonStringEnumConverter<ReleaseKind>))]
internal enum ReleaseKind
{
    WaveResults,
    ConsultationFigures,
    FeedbackPointMonth,
    ForumMonth,
}

internal sealed class ReleaseDraftedUpcaster : EventUpcaster<ReleaseDrafted, Releases.ReleaseDrafted>
{
    protected override Releases.ReleaseDrafted Upcast(ReleaseDrafted old) => new(
        old.Title,
        new Releases.ReleaseSubject(Enum.Parse<Releases.ReleaseKind>($"{old.Subject.Kind}"), old.Subject.Id, old.Subject.Month, old.Subject.Crossed),
        old.AsAt,
        old.Position,
        old.Number,
        old.Revises,
        old.RevisedBecause,
        old.By);
}
