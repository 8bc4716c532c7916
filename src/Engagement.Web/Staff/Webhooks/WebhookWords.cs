namespace Engagement.Web.Staff.Webhooks;

/// <summary>How the states of webhooks are said.</summary>
internal static class WebhookWords
{
    public static string Of(WebhookRow webhook) => webhook switch
    {
        { State: WebhookState.Disabled } => "Turned off",
        { State: WebhookState.Paused } => "Paused",
        { FailingSince: not null } => "Not taking",
        _ => "On",
    };

    public static string Colour(WebhookRow webhook) => webhook switch
    {
        { State: WebhookState.Disabled } => "red",
        { State: WebhookState.Paused } => "grey",
        { FailingSince: not null } => "orange",
        _ => "green",
    };

    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => "Taken",
        DeliveryState.Waiting => "Waits",
        DeliveryState.Skipped => "Given up",
        _ => "Not taken",
    };

    public static string Colour(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => "green",
        DeliveryState.Waiting => "orange",
        _ => "grey",
    };

    public static string Of(WebhookProblem problem) => problem switch
    {
        WebhookProblem.Refused => "It answered that it does not take this",
        WebhookProblem.Gone => "It answered that nobody is there any more (410)",
        WebhookProblem.Redirected => "It answered with another address, which is not followed",
        WebhookProblem.TooSlow => "It did not answer within 10 seconds",
        WebhookProblem.NameUnknown => "The name in the address is not known",
        WebhookProblem.AddressNotAllowed => "The address leads into a private network, which is not asked",
        WebhookProblem.NotSecure => "Its certificate is not good",
        _ => "It could not be reached",
    };

    /// <summary>One attempt, as a sentence without its end.</summary>
    public static string Of(AttemptRow attempt) => attempt switch
    {
        { Problem: null } => "Taken",
        { Problem: { } problem, Status: { } status } => $"{Of(problem)} ({status})",
        { Problem: { } problem } => Of(problem),
    };
}
