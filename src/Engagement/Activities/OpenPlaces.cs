using Engagement.Common;

namespace Engagement.Activities;

/// <summary>Lets people sign up, or says anew how many can come and how to join.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Places">How many can come, 1 to 1,000.</param>
/// <param name="Joining">Where it is, when it begins and how to get in, for everybody to read.</param>
public sealed record OpenPlaces(Guid ActivityId, int Places, string Joining)
{
    private const int Most = 1_000;

    public static Decision Decide(OpenPlaces command, Activity activity)
    {
        if (ActivityRules.IsStillPlanned(activity) is { } refusal)
            return Decision.Refuse(refusal);

        if (activity.Plan.Kind == ActivityKind.OneToOne)
            return Decision.Refuse("ONE_TO_ONE", "A talk with one person is arranged with them. Nobody signs up for it");

        if (command.Places is < 1 or > Most)
            return Decision.Refuse("PLACES_INVALID", "Enter how many people can come, from 1 to 1,000", "places");

        if (command.Places < activity.Coming.Count)
            return Decision.Refuse("PLACES_TAKEN", $"{activity.Coming.Count} people have a place already. Enter that many or more", "places");

        var joining = CleanText.Of(command.Joining);
        if (joining.Length == 0)
            return Decision.Refuse("JOINING_MISSING", "Say where it is, when it begins and how to get in", "joining");

        if (CleanText.TooLong(joining, CleanText.ParagraphLimit, "joining") is { } tooLong)
            return Decision.Refuse(tooLong);

        return activity.Places == command.Places && activity.Joining == joining
            ? Decision.Nothing
            : Decision.To(new PlacesOpened(command.Places, joining));
    }
}
