namespace Engagement.KeyActions;

/// <summary>
/// An action of the plan was taken on: what it is to change, where the plan says so, and the role that answers for it. The group that watches over it, where
/// one does.
/// </summary>
public sealed record ActionAdopted(string Title, string Description, string Source, string OwnerRole, Guid? GroupId, DateOnly AdoptedOn);

/// <summary>What is to be there by a day, so that everybody can see whether the action moves.</summary>
public sealed record MilestoneSet(Guid MilestoneId, string Text, DateOnly DueOn);

/// <summary>The day was moved. That it was missed before stays so.</summary>
public sealed record MilestoneDueDateChanged(Guid MilestoneId, DateOnly DueOn, string Reason);

/// <summary>How it goes, and whether it will be there by its day.</summary>
public sealed record MilestoneProgressReported(Guid MilestoneId, bool OnTrack, string Progress, DateOnly ReportedOn);

/// <summary>It is there, and this shows it.</summary>
public sealed record MilestoneAchieved(Guid MilestoneId, DateOnly AchievedOn, string Evidence, string? EvidenceUrl);

/// <summary>Its day is over, and it was not there.</summary>
public sealed record MilestoneMissed(Guid MilestoneId, DateOnly DueOn);

/// <summary>Families shaped the action here, and in this way. The title is what the thing was called then.</summary>
public sealed record CoproductionLinked(CoproductionKind Kind, Guid ThingId, string Title, string How);

/// <summary>Families did not shape the action, and this is why.</summary>
public sealed record CoproductionAbsenceRecorded(string Reason);

/// <summary>All its milestones are achieved, and what families had to do with it is on record.</summary>
public sealed record ActionCompleted(DateOnly CompletedOn);
