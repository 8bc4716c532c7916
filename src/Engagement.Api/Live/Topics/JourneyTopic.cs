using Engagement.Common;
using Engagement.Feedback;
using Engagement.Surveys;
using EventStore;
using GraphQL;

namespace Engagement.Api.Live.Topics;

/// <summary>
/// What becomes of a response, for whoever holds its receipt. It is made of the response, its views, and the themes that carry them: what happens to a
/// theme is the news of everybody behind it. When others say whether an answer answers them is not.
/// </summary>
internal sealed class JourneyTopic(DocumentStore store, ReceiptReads receipts, FeedbackReads feedback) : LiveTopic
{
    public override string Name => "journey";

    internal override bool TellsAllTheSame => false;

    /// <summary>A journey takes a secret, which is no part of a name.</summary>
    public override LiveSubject Subject(string? which) =>
        throw new GraphQLException("Call FollowJourney with the reference and the secret of the receipt.", LiveCodes.TopicUnknown);

    /// <summary>The journey of a receipt.</summary>
    /// <exception cref="GraphQLException">There is none with this reference and this secret, or there were too many wrong ones.</exception>
    public async Task<LiveSubject> SubjectAsync(string? reference, string? secret, CancellationToken cancellation)
    {
        try
        {
            return await receipts.FindAsync(reference ?? "", secret ?? "", cancellation) is { } receipt
                ? new JourneySubject(this, receipt)
                : throw new GraphQLException(ReceiptReads.NotFound.Message, ReceiptReads.NotFound.Code);
        }
        catch (RuleRefusedException refused)
        {
            throw new GraphQLException(refused.Message, refused.Code, refused);
        }
    }

    public override async ValueTask<IReadOnlyList<LiveNote>> NotesOfAsync(IEvent e, LiveOrigins origins, CancellationToken cancellation) => e.Data switch
    {
        ResponseAmended or ResponseWithdrawn or ResponseVoided => Notes(e.StreamId),
        ViewCoded coded => Notes(coded.SourceId),
        ViewUncoded or ViewMoved or ViewNotCodable or ViewWithdrawn when (await origins.OfAsync(e, cancellation)).SourceId is { } source => Notes(source),
        ThemesMerged merged when merged.From.Contains(e.StreamId) => Notes([.. merged.From, merged.Into]),
        ThemeUnmerged unmerged when unmerged.From == e.StreamId => Notes(unmerged.From, unmerged.Into),
        DecisionRecorded or DecisionReopened or DecisionReplaced or ActionTaken or EntryPublished or EntryCorrected or ContributorsTold or ConfirmationAsked
            or LoopClosed when (await origins.OfAsync(e, cancellation)).ThemeId is { } theme => Notes(theme),
        _ => [],
    };

    public override async ValueTask<LiveAccess> AccessAsync(LiveSubject subject, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var receipt = await session.LoadAsync<Receipt>(subject.Key, cancellation);
        return receipt?.SecretHash == ((JourneySubject)subject).SecretHash ? LiveAccess.Everybody : LiveAccess.Nobody;
    }

    public override async ValueTask<IReadOnlyCollection<Guid>> PartsAsync(LiveSubject subject, CancellationToken cancellation) =>
        [subject.Key, .. await feedback.ThemesOfSourceAsync(subject.Key, cancellation)];

    internal override LiveUpdate UpdateOf(LiveSubject subject, LiveEntry entry) =>
        new(subject.Name, "journey", ((JourneySubject)subject).Reference, entry.Position);

    private static LiveNote[] Notes(params Guid[] about) => [.. about.Distinct().Select(part => new LiveNote(part, "journey", ""))];

    private sealed record JourneySubject(LiveTopic Topic, Guid Key, string Name, string Reference, string SecretHash) : LiveSubject(Topic, Key, Name)
    {
        public JourneySubject(LiveTopic topic, Receipt receipt)
            : this(topic, receipt.Id, $"{topic.Name}:{receipt.Reference}", receipt.Reference, receipt.SecretHash)
        {
        }
    }
}
