using Engagement.Common;

namespace Engagement.Forums;

/// <summary>A body opens a standing space of its own.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Purpose">What it is for, and who reads it.</param>
/// <param name="Owner">The body whose forum it is: one establishes those of one's own body.</param>
/// <param name="AgeBand">Whom it is for, by age.</param>
/// <param name="Audience">Whose voice it is for.</param>
/// <param name="Moderation">Whether contributions are looked at before they are shown, or after.</param>
/// <param name="Facilitators">Who may moderate it beside its body; at least 2 for under-18s.</param>
public sealed record EstablishForum(
    string Title,
    string Purpose,
    ForumOwner Owner,
    ForumAgeBand AgeBand,
    Audience Audience,
    ModerationMode Moderation,
    IReadOnlyList<Facilitator> Facilitators)
{
    private const int MostFacilitators = 50;

    public static Decision Decide(EstablishForum command, Guid id, Acting by, DateOnly today)
    {
        if (Lists.Check(command.Facilitators, MostFacilitators, "facilitators", "facilitators") is { } unfit)
            return Decision.Refuse(unfit);

        var title = CleanText.OneLine(command.Title);
        var purpose = CleanText.Of(command.Purpose);
        Facilitator[] facilitators =
        [
            .. command.Facilitators.DistinctBy(f => f.Id).Select(f => f with { Role = CleanText.OneLine(f.Role) }),
        ];

        if (by.Body != command.Owner)
        {
            return command.Owner == ForumOwner.KentPact
                ? Decision.Refuse("NOT_THE_OWNER", "Kent PACT establishes its own forums", "owner")
                : Decision.Refuse("NOT_THE_OWNER", "The council establishes its own forums. Choose Kent PACT as the owner", "owner");
        }

        if (CheckWords(title, purpose) is { } unfitWords)
            return Decision.Refuse(unfitWords);

        if (command.AgeBand == ForumAgeBand.Under18)
        {
            if (command.Moderation != ModerationMode.BeforeShown)
            {
                return Decision.Refuse(
                    "MODERATION_BEFORE_REQUIRED", "In a forum for under-18s everything is moderated before it is shown", "moderation");
            }

            if (facilitators.Length < Forum.LeastFacilitators)
                return Decision.Refuse("FACILITATORS_MISSING", "Name at least 2 vetted facilitators for this forum", "facilitators");
        }

        var refusal = facilitators.Select(f => FacilitatorRules.Check(f, today, "facilitators")).FirstOrDefault(r => r is not null);
        return refusal is not null
            ? Decision.Refuse(refusal)
            : Decision.To(new ForumEstablished(
                title, Slug.For(title, id), purpose, command.Owner, command.AgeBand, command.Audience, command.Moderation, facilitators));
    }

    /// <summary>What holds for the words of every forum, once they are cleaned.</summary>
    internal static Refusal? CheckWords(string title, string purpose)
    {
        if (title.Length == 0)
            return new Refusal("TITLE_MISSING", "Enter a title for this forum", "title");

        return purpose.Length == 0
            ? new Refusal("PURPOSE_MISSING", "Say what this forum is for, and who reads it", "purpose")
            : CleanText.TooLong(title, CleanText.LineLimit, "title") ?? CleanText.TooLong(purpose, CleanText.ParagraphLimit, "purpose");
    }
}
