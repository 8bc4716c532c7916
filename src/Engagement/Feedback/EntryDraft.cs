namespace Engagement.Feedback;

/// <summary>Words that wait to be read by a family reader, or to be published.</summary>
public sealed record EntryDraft(EntryWords Words, Guid? By, bool IsApproved);
