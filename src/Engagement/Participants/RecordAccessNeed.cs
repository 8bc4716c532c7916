using Engagement.Common;

namespace Engagement.Participants;

/// <summary>Something that helps somebody to take part. It is sealed.</summary>
/// <param name="ParticipantId">The pseudonym of who it is about.</param>
/// <param name="Need">What helps.</param>
public sealed record RecordAccessNeed(Guid ParticipantId, string Need)
{
    private const int Most = 20;

    public static Decision Decide(RecordAccessNeed command, Participant participant, Func<string, PersonalText> seal)
    {
        var need = CleanText.Of(command.Need);
        if (need.Length == 0)
            return Decision.Refuse("NEED_MISSING", "Tell us what would help you take part", "need");

        if (participant.AccessNeeds >= Most)
            return Decision.Refuse("NEEDS_TOO_MANY", "You have told us 20 things that help you. Ask us to look through them with you", "need");

        return CleanText.TooLong(need, CleanText.ParagraphLimit, "need") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new AccessNeedRecorded(seal(need)));
    }
}
