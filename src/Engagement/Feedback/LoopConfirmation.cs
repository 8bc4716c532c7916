namespace Engagement.Feedback;

/// <summary>What people say of an answer they were given. Silence is not yes.</summary>
/// <param name="Yes">How many say that it answers them.</param>
/// <param name="Partly">How many say that it does in part.</param>
/// <param name="No">How many say that it does not.</param>
/// <param name="ByParentForum">What Kent PACT says, if it has said anything.</param>
/// <param name="ByYoungPeople">What a youth group says, if it has said anything.</param>
public sealed record LoopConfirmation(int Yes, int Partly, int No, ConfirmationAnswer? ByParentForum, ConfirmationAnswer? ByYoungPeople)
{
    private const int LeastAnswers = 10;
    private const double LeastShare = 0.6;

    public static LoopConfirmation None { get; } = new(0, 0, 0, null, null);

    /// <summary>How many have answered.</summary>
    public int Answers => Yes + Partly + No;

    /// <summary>From 0 to 1; null where nobody has answered.</summary>
    public double? Share => Answers == 0 ? null : (double)Yes / Answers;

    /// <summary>
    /// Confirmed by the people themselves where ten or more have answered; the groups speak only where fewer have, so that they cannot
    /// overrule families who say no.
    /// </summary>
    public bool IsConfirmed => Answers >= LeastAnswers
        ? Share >= LeastShare
        : ByParentForum == ConfirmationAnswer.Yes && ByYoungPeople == ConfirmationAnswer.Yes;

    /// <summary>Whether somebody is not answered and the others have not outvoted them.</summary>
    public bool NeedsAttention => !IsConfirmed && (No > 0 || ByParentForum == ConfirmationAnswer.No || ByYoungPeople == ConfirmationAnswer.No);

    internal LoopConfirmation With(ConfirmationGiven given)
    {
        var without = given.Before is { } before ? Add(before, -1) : this;
        return without.Add(given.Answer, 1);
    }

    internal LoopConfirmation With(GroupConfirmationGiven given) => given.Group == FamilyReader.ParentForum
        ? this with { ByParentForum = given.Answer }
        : this with { ByYoungPeople = given.Answer };

    private LoopConfirmation Add(ConfirmationAnswer answer, int count) => answer switch
    {
        ConfirmationAnswer.Yes => this with { Yes = Yes + count },
        ConfirmationAnswer.Partly => this with { Partly = Partly + count },
        _ => this with { No = No + count },
    };
}
