using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>
/// What must be so before a loop is closed: decided, delivered, published as it is, and the people who said it told. Worked out, never typed.
/// A "we cannot" owes nothing but its reasons, so it closes once it is published and told.
/// </summary>
public sealed record LoopConditions
{
    /// <summary>Whether a decision stands.</summary>
    public bool IsDecided { get; private init; }

    /// <summary>Whether something was done and no commitment is open.</summary>
    public bool IsDelivered { get; private init; }

    /// <summary>How many commitments are not delivered.</summary>
    public int OpenCommitments { get; private init; }

    /// <summary>Whether the entry says what is so now: "we did" rather than the "we will" of last year.</summary>
    public bool IsPublished { get; private init; }

    /// <summary>Whether the entry says "we will".</summary>
    public bool IsPromisePublished { get; private init; }

    /// <summary>Whether those who said it know what the entry says now.</summary>
    public bool AreContributorsTold { get; private init; }

    /// <summary>Whether nothing is missing.</summary>
    public bool AllHold => IsDecided && IsDelivered && IsPublished && AreContributorsTold;

    public static LoopConditions Of(Loop loop) => new()
    {
        IsDecided = loop.Outcome is not null,
        IsDelivered = loop.Face is EntryState.WeDid or EntryState.WeCannot,
        OpenCommitments = loop.Commitments.Count(c => !c.IsDelivered),
        IsPublished = loop.Published is { } published && published == loop.Face,
        IsPromisePublished = loop.Published == EntryState.WeWill,
        AreContributorsTold = loop.AreContributorsTold,
    };

    /// <summary>The same, as the loop is seen.</summary>
    public static LoopConditions Of(LoopCard loop)
    {
        var face = LoopCardProjection.Face(loop);
        return new LoopConditions
        {
            IsDecided = face is not null,
            IsDelivered = face is EntryState.WeDid or EntryState.WeCannot,
            OpenCommitments = loop.Commitments.Count(c => c.DeliveredOn is null),
            IsPublished = loop.PublishedAs is { } published && published == face,
            IsPromisePublished = loop.PublishedAs == EntryState.WeWill,
            AreContributorsTold = loop.AreContributorsTold,
        };
    }

    /// <summary>What is still missing, in words, in the order in which it is done.</summary>
    public IReadOnlyList<string> Missing()
    {
        var missing = new List<string>();
        if (!IsDecided)
            missing.Add("no decision has been recorded yet");
        else if (OpenCommitments > 0)
            missing.Add(OpenCommitments == 1 ? "1 commitment has not been delivered yet" : $"{OpenCommitments} commitments have not been delivered yet");
        else if (!IsDelivered)
            missing.Add("nothing has been done yet");

        if (IsDecided && !IsPublished && !(IsPromisePublished && !IsDelivered))
            missing.Add(IsPromisePublished ? "what was done has not been published yet" : "nothing has been published yet");

        if (!AreContributorsTold)
            missing.Add("families have not been told yet");

        return missing;
    }

    public Refusal? WhyNot() => AllHold ? null : new Refusal("LOOP_NOT_CLOSABLE", $"You cannot close this loop: {string.Join(", and ", Missing())}");

    /// <summary>
    /// The events of a change, and the closing of the loop where they make its last condition come true. Who was told can now say
    /// whether it answers them, so they are asked with the closing.
    /// </summary>
    internal static Decision ClosingWith(Loop after, params object[] events) => after is { IsClosed: false, Face: { } face } && Of(after).AllHold
        ? Decision.To([.. events, new LoopClosed(face), .. Asking(after, events)])
        : Decision.To(events);

    private static IEnumerable<object> Asking(Loop loop, object[] events) =>
        !loop.IsConfirmationAsked && events.OfType<ContributorsTold>().LastOrDefault() is { } told ? [new ConfirmationAsked(told.Count)] : [];
}
