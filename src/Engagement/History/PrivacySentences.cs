using Engagement.AccessLog;
using Engagement.Operations;
using Engagement.Participants;
using Engagement.Privacy;
using static Engagement.History.Sentences;

namespace Engagement.History;

internal static class PrivacySentences
{
    public static void AddTo(Sentences sentences)
    {
        sentences
            .Tell<ParticipantJoined>("Somebody takes part, under a pseudonym")
            .Tell<PermissionGiven>(e => new Told($"Permission was given: {Words(e.Permission)}"))
            .Tell<PermissionWithdrawn>(e => new Told($"Permission was taken back: {Words(e.Permission)}"))
            .Tell<CharacteristicDeclared>("Something was told of themselves")
            .Tell<AccessNeedRecorded>("What they need to take part was recorded");
        sentences
            .Tell<ErasureRequested>(e => new Told("Erasure was asked for").Setting("Received on", e.ReceivedOn).Setting("To be answered by", e.AnswerBy))
            .Tell<ErasureDecided>(e => new Told($"The request was decided: {Words(e.Outcome)}", Words(e.Ground)))
            .Tell<SubjectKeyDestroyed>("The key was destroyed, and with it the words")
            .Tell<RetentionExpired>(e => new Told($"It had been kept as long as its rule says ({e.RecordClass})").Setting("Kept until", e.KeptUntil))
            .Tell<SafeguardingHoldSet>(e => new Told("The safeguarding lead put the record on hold").Setting("To be reviewed on", e.ReviewOn))
            .Tell<SafeguardingHoldLifted>("The safeguarding lead lifted the hold")
            .Tell<RecordsExpired>(e => new Told($"{Count(e.Count, "record was", "records were")} deleted by their rule ({e.RecordClass})").Setting("Kept until", e.KeptUntil));
        sentences.Tell<ViewsRead>(e => new Told($"{Count(e.Count, "view was", "views were")} read ({e.Field})"));
        sentences.Tell<CommandUsed>(e => new Told($"A command was used on the platform’s own machine ({e.Command})"));
        sentences.Tell<MessagesLookedInto>(e => new Told($"{Count(e.Count, "message", "messages")} that could not be handled: looked into"));
        sentences.Tell<MessagesTended>(e => new Told($"{Count(e.Count, "message", "messages")} that could not be handled: {Words(e.Act)}"));
    }
}
