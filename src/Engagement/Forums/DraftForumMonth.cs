using Engagement.Common;
using Engagement.Releases;
using Messaging;

namespace Engagement.Forums;

/// <summary>The message that a month of a forum is over, so that its figures can be made for the public.</summary>
/// <param name="ForumId">The forum.</param>
/// <param name="Month">Its first day.</param>
/// <param name="Day">On which it is looked at: a draft of that day or later has all that this message is about.</param>
[MessageIdentity("draft_forum_month")]
public sealed record DraftForumMonth(Guid ForumId, DateOnly Month, DateOnly Day)
{
    /// <summary>Whether nothing is to be done: a person revises what is published, and says why.</summary>
    /// <param name="earlier">All releases of the month.</param>
    public bool IsDone(IEnumerable<ReleasePage> earlier) =>
        earlier.Any(release => release.Hash is not null || LondonCalendar.DayOf(release.DraftedAt) >= Day);
}
