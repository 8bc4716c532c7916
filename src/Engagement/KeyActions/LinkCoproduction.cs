using Engagement.Common;

namespace Engagement.KeyActions;

/// <summary>Links how families shaped an action.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="ThingId">Where they did: a consultation, an activity, a theme or a loop.</param>
/// <param name="How">How they shaped it there.</param>
public sealed record LinkCoproduction(Guid ActionId, Guid ThingId, string How)
{
    private const int Most = 50;

    /// <param name="command">What is asked.</param>
    /// <param name="thing">The kind and the title of the thing; null where there is none that can be linked.</param>
    /// <param name="action">The action.</param>
    public static Decision Decide(LinkCoproduction command, (CoproductionKind Kind, string Title)? thing, KeyAction action) => action.WhileOpen(() =>
    {
        var how = CleanText.Of(command.How);
        if (thing is not { } found)
            return Decision.Refuse("THING_UNKNOWN", "Choose the consultation, activity, theme or loop in which families shaped this action", "thingId");

        if (how.Length == 0)
            return Decision.Refuse("HOW_MISSING", "Say how families shaped this action there", "how");

        if (CleanText.TooLong(how, CleanText.ParagraphLimit, "how") is { } tooLong)
            return Decision.Refuse(tooLong);

        if (action.Links.Any(link => link.ThingId == command.ThingId))
            return Decision.Refuse("ALREADY_LINKED", "This is linked already. Choose another", "thingId");

        return action.Links.Count >= Most
            ? Decision.Refuse("TOO_MANY_LINKS", "An action has at most 50 links")
            : Decision.To(new CoproductionLinked(found.Kind, command.ThingId, found.Title, how));
    });
}
