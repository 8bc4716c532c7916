using Engagement.Common;

namespace Engagement.Releases;

/// <summary>Figures were made as they had been recorded by a moment.</summary>
/// <param name="Title">What the release is called.</param>
/// <param name="Subject">What it is of.</param>
/// <param name="AsAt">The moment.</param>
/// <param name="Position">The last position in the log that counts: with the moment it says for ever which events the figures are of.</param>
/// <param name="Number">1, and one more for each draft of the same subject.</param>
/// <param name="Revises">The release whose place it is to take; null where nothing of the subject is published.</param>
/// <param name="RevisedBecause">Why, for those who have read the earlier figures.</param>
/// <param name="By">Who drafted it.</param>
[EventVersion(2)]
public sealed record ReleaseDrafted(
    string Title, ReleaseSubject Subject, DateTimeOffset AsAt, long Position, int Number, Guid? Revises, string? RevisedBecause, Guid By);

/// <summary>Under a policy of disclosure the figures may be seen, as they are to be published.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="PolicyVersion">Its version.</param>
/// <param name="Hash">Of what is to be published: SHA-256, in hexadecimal.</param>
public sealed record DisclosureCheckPassed(string Policy, int PolicyVersion, string Hash);

/// <summary>Under a policy of disclosure the figures cannot be shown. No number says why.</summary>
public sealed record DisclosureCheckFailed(string Policy, int PolicyVersion, DisclosureFailure Failure);

/// <summary>Another than who drafted it agrees that it is published.</summary>
public sealed record ReleaseApproved(Guid By);

/// <summary>A later draft took its place.</summary>
public sealed record ReleaseDraftReplaced(Guid With);

/// <summary>The figures are frozen.</summary>
/// <param name="Figures">What was published, to the byte: canonical JSON.</param>
/// <param name="Hash">SHA-256 of its UTF-8, in hexadecimal.</param>
public sealed record ReleasePublished(string Figures, string Hash);

/// <summary>A later release took its place. What was published stays as it was, and readable.</summary>
public sealed record ReleaseRevised(Guid With, string Reason);
