using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Feedback;

/// <summary>Somebody who holds a receipt says whether the entry answers them. Said again, it takes the place of what they said before.</summary>
/// <param name="LoopId">The entry, which has the id of its loop.</param>
/// <param name="Reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
/// <param name="Secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
/// <param name="Answer">Whether it answers them.</param>
/// <param name="Comment">What they want to add, for those who answer for it. At most 2,000 characters.</param>
public sealed record GiveConfirmation(Guid LoopId, string Reference, string Secret, ConfirmationAnswer Answer, string? Comment)
{
    public const int LongestComment = 2_000;

    /// <param name="command">What they say.</param>
    /// <param name="loop">As it is.</param>
    /// <param name="responseId">The response of their receipt.</param>
    /// <param name="isBehind">Whether a view of that response is in the loop's theme.</param>
    /// <param name="seal">Seals their comment with the key of their response.</param>
    /// <param name="open">Opens one that they wrote before.</param>
    public static Decision Decide(
        GiveConfirmation command, Loop loop, Guid responseId, bool isBehind, Func<string, PersonalText> seal, Func<PersonalText, string> open)
    {
        if (!isBehind)
            return Decision.Refuse("NOT_BEHIND_THIS", "This answer is about a point that you did not raise. Look at the answers on your tracking page");

        if (!loop.IsConfirmationAsked)
            return Decision.Refuse("CONFIRMATION_NOT_ASKED", "You can say whether this answers you once we have told you what we did");

        var comment = CleanText.OrNull(command.Comment);
        if (CleanText.TooLong(comment, LongestComment, "comment") is { } tooLong)
            return Decision.Refuse(tooLong);

        ConfirmationAnswer? before = loop.Confirmations.TryGetValue(responseId, out var answer) ? answer : null;
        return before == command.Answer && (comment is null || (loop.Comments.TryGetValue(responseId, out var last) && open(last) == comment))
            ? Decision.Nothing
            : Decision.To(new ConfirmationGiven(responseId, command.Answer, before, comment is null ? null : seal(comment)));
    }
}
