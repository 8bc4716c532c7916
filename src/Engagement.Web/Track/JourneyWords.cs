namespace Engagement.Web.Track;

internal static class JourneyWords
{
    public static string Happened(JourneyStepKind step) => step switch
    {
        JourneyStepKind.Received => "We received your answers",
        JourneyStepKind.Read => "A person read what you said",
        JourneyStepKind.Grouped => "We put it with views that make the same point",
        JourneyStepKind.Decided => "A decision was made",
        JourneyStepKind.Done => "The change was made",
        JourneyStepKind.Published => "We published what you said and what we did",
        JourneyStepKind.Confirmed => "People said that it answers them",
        _ => "We told the people who said it",
    };

    public static string Of(ConfirmationAnswer answer) => answer switch
    {
        ConfirmationAnswer.Yes => "Yes, it does",
        ConfirmationAnswer.Partly => "Partly",
        _ => "No, it does not",
    };

    public static string WillHappen(JourneyStepKind step) => step switch
    {
        JourneyStepKind.Received => "We receive your answers",
        JourneyStepKind.Read => "A person reads what you said",
        JourneyStepKind.Grouped => "We put it with views that make the same point",
        JourneyStepKind.Decided => "A decision is made",
        JourneyStepKind.Done => "The change is made",
        JourneyStepKind.Published => "We publish what you said and what we did",
        JourneyStepKind.Confirmed => "People say whether it answers them",
        _ => "We tell the people who said it",
    };
}
