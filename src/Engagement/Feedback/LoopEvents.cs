using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Feedback;

/// <summary>What was decided on a theme.</summary>
/// <param name="Outcome">To do something, or not.</param>
/// <param name="DecidedOn">The day it was made, which may be before it was recorded.</param>
/// <param name="Maker">The role that made it.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Alternatives">What else was considered, or that there was nothing and why.</param>
/// <param name="Conflicts">The interests that were declared, if any.</param>
/// <param name="ReportVersionRead">The version of the consultation's report that the maker had read; null where there is no report.</param>
[EventVersion(2)]
public sealed record DecisionRecorded(
    DecisionOutcome Outcome,
    DateOnly DecidedOn,
    string Maker,
    string Reasons,
    string Alternatives,
    string? Conflicts,
    int? ReportVersionRead);

/// <summary>
/// The decision is looked at again. What was decided, done and confirmed stays in the history; the confirmations no longer count.
/// </summary>
public sealed record DecisionReopened(string Reason);

/// <summary>What was decided after the decision had been reopened. Members as in <see cref="DecisionRecorded"/>.</summary>
public sealed record DecisionReplaced(
    DecisionOutcome Outcome,
    DateOnly DecidedOn,
    string Maker,
    string Reasons,
    string Alternatives,
    string? Conflicts,
    int? ReportVersionRead);

/// <summary>"We will". The commitments of a loop are numbered from 1.</summary>
[EventVersion(2)]
public sealed record CommitmentMade(int Number, string Text, string OwnerRole, DateOnly DueOn);

public sealed record CommitmentRescheduled(int Number, DateOnly DueOn, string Reason);

/// <summary>"We did", with its proof, and the numbers of the commitments that are delivered by it.</summary>
[EventVersion(2)]
public sealed record ActionTaken(string WhatChanged, string ProofUrl, DateOnly TakenOn, IReadOnlyList<int> Delivers);

/// <summary>Words for an entry, to be read by a family reader before anybody else sees them. By: the pseudonym of who wrote them.</summary>
public sealed record EntryDrafted(EntryWords Words, Guid? By);

/// <summary>
/// A parent or a young person has read the drafted words and found them plain. By: the pseudonym of the reader; null where they have no account,
/// and whoever published the words says that they have read them.
/// </summary>
public sealed record EntryApproved(FamilyReader Reader, Guid? By);

/// <summary>The public face of the loop, the first time or again because what could be said of it has changed.</summary>
[EventVersion(2)]
public sealed record EntryPublished(string Slug, EntryState State, EntryWords Words);

/// <summary>Published words were put right. What they say was done or decided is the same.</summary>
public sealed record EntryCorrected(string Slug, EntryWords Words, string Reason);

/// <summary>
/// What is said in public of how many views make the point was counted and frozen, with the publication or the correction of the entry: a figure that
/// follows what families say today could be watched as it does.
/// </summary>
/// <param name="Views">As it is shown; null where it is too small to be.</param>
/// <param name="Policy">The policy of disclosure that it is shown under.</param>
/// <param name="PolicyVersion">Its version.</param>
public sealed record EntryCountFrozen(int? Views, string Policy, int PolicyVersion);

/// <summary>The people whose views are behind the entry have been told, by this route; how many responses that was.</summary>
public sealed record ContributorsTold(string Route, int Count);

/// <summary>Those who were told were asked whether it answers them; how many could say so.</summary>
public sealed record ConfirmationAsked(int Count);

/// <summary>
/// Somebody behind the theme said whether it answers them. Given again, it takes the place of their earlier answer, which is
/// <paramref name="Before"/>. The comment is sealed with the key of the response's subject.
/// </summary>
public sealed record ConfirmationGiven(Guid ResponseId, ConfirmationAnswer Answer, ConfirmationAnswer? Before, PersonalText? Comment);

/// <summary>A group of families or young people said whether it answers what their people raised.</summary>
public sealed record GroupConfirmationGiven(FamilyReader Group, ConfirmationAnswer Answer);

/// <summary>Those who had confirmed an answer were told that it is looked at again.</summary>
public sealed record ConfirmersTold(string Route, int Count);

/// <summary>Everything that <see cref="LoopConditions"/> asks for has come true, with this as the answer.</summary>
public sealed record LoopClosed(EntryState State);

/// <summary>An overdue loop was taken to a group of the governance chain; the first step is 1.</summary>
public sealed record LoopEscalated(string To, int Step, DateOnly OverdueSince);
