using System.Text.Json.Serialization;
using Engagement.Common;

namespace Engagement.Releases;

/// <summary>A release as officers see it; once it is published, what everybody may see.</summary>
public sealed record ReleasePage
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required ReleaseSubject Subject { get; init; }

    /// <summary>The same for all releases of the same people.</summary>
    public required string SubjectKey { get; init; }

    public required DateTimeOffset AsAt { get; init; }

    public required long Position { get; init; }

    public required int Number { get; init; }

    public required Guid DraftedBy { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    public ReleaseState State { get; init; }

    public string? Policy { get; init; }

    public int? PolicyVersion { get; init; }

    public DisclosureFailure? Failure { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>What was published, to the byte; null before.</summary>
    public string? Figures { get; init; }

    /// <summary>SHA-256 of it, in hexadecimal.</summary>
    public string? Hash { get; init; }

    /// <summary>The release whose place it takes.</summary>
    public Guid? Revises { get; init; }

    public string? RevisedBecause { get; init; }

    /// <summary>The release that took its place: the figures here are no longer the last word.</summary>
    public Guid? RevisedBy { get; init; }

    /// <summary>Why its place was taken.</summary>
    public string? RevisionReason { get; init; }

    public int Version { get; init; }

    /// <summary>Why it cannot be shown, without numbers; null where it can.</summary>
    [JsonIgnore]
    public Refusal? WhyFailed => Failure switch
    {
        DisclosureFailure.NothingToShow => DisclosurePolicy.CannotBeShown,
        DisclosureFailure.ShowsDifference => ReleaseRules.DifferenceShown,
        _ => null,
    };

    [JsonIgnore]
    public LogMoment Moment => new(AsAt, Position);
}
