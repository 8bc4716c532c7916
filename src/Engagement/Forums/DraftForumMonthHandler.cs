using System.Globalization;
using Engagement.Common;
using Engagement.Releases;
using Messaging;

namespace Engagement.Forums;

public sealed class DraftForumMonthHandler(ReleaseCommands releases, ReleaseReads reads, ForumReads forums)
{
    private const string ActorRole = "system";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public async Task Handle(DraftForumMonth message, Envelope envelope, CancellationToken cancellationToken)
    {
        var subject = ReleaseSubject.OfForum(message.ForumId, message.Month);
        if (await forums.FindAsync(message.ForumId, cancellationToken) is not { } forum || message.IsDone(await reads.OfAsync(subject, cancellationToken)))
            return;

        await releases.DraftAsync(
            new DraftRelease(string.Create(English, $"How {forum.Title} was moderated in {message.Month:MMMM yyyy}"), subject),
            new CommandContext(
                ActorRole, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"), ActorId: Release.DraftedByItself),
            cancellationToken);
    }
}
