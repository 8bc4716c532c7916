using System.Text.Json.Serialization;
using Engagement.Common;

namespace Engagement.Releases;

/// <summary>A release as officers see it; once it is published, what everybody may see.</summary>
public sealed record ReleasePage
{
    /// <summary>Which release.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it is of.</summary>
    public required ReleaseSubject Subject { get; init; }

    /// <summary>The same for all releases of the same people.</summary>
    public required string SubjectKey { get; init; }

    /// <summary>Its figures are of what had been recorded by this moment.</summary>
    public required DateTimeOffset AsAt { get; init; }

    /// <summary>The last position in the log that counts.</summary>
    public required long Position { get; init; }

    /// <summary>1, and one more for each draft of the same figures.</summary>
    public required int Number { get; init; }

    /// <summary>Who drafted it.</summary>
    public required Guid DraftedBy { get; init; }

    /// <summary>When it was drafted.</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>Where it is.</summary>
    public ReleaseState State { get; init; }

    /// <summary>The name of the policy of disclosure it was checked by.</summary>
    public string? Policy { get; init; }

    /// <summary>The version of that policy. A version never changes.</summary>
    public int? PolicyVersion { get; init; }

    /// <summary>Why it cannot be shown; null where it can, or is not checked yet.</summary>
    public DisclosureFailure? Failure { get; init; }

    /// <summary>When it was published; null before.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>What was published, to the byte; null before.</summary>
    public string? Figures { get; init; }

    /// <summary>SHA-256 of it, in hexadecimal.</summary>
    public string? Hash { get; init; }

    /// <summary>The release whose place it takes.</summary>
    public Guid? Revises { get; init; }

    /// <summary>Why it takes the place of an earlier one.</summary>
    public string? RevisedBecause { get; init; }

    /// <summary>The release that took its place: the figures here are no longer the last word.</summary>
    public Guid? RevisedBy { get; init; }

    /// <summary>Why its place was taken.</summary>
    public string? RevisionReason { get; init; }

    /// <summary>Goes up with each change: what a change names as the version it was made on.</summary>
    public int Version { get; init; }

    /// <summary>Why it cannot be shown, without numbers; null where it can.</summary>
    [JsonIgnore]
    public Refusal? WhyFailed => Failure switch
    {
        DisclosureFailure.NothingToShow => DisclosurePolicy.CannotBeShown,
        DisclosureFailure.ShowsDifference => ReleaseRules.DifferenceShown,
        _ => null,
    };

    /// <summary>What it counts.</summary>
    [JsonIgnore]
    public LogMoment Moment => new(AsAt, Position);
}
