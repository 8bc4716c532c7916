namespace Engagement.Web.Staff.Webhooks;

/// <summary>How the states of webhooks are said.</summary>
internal static class WebhookWords
{
    public static string Of(WebhookRow webhook) => webhook switch
    {
        { State: WebhookState.Disabled } => "Turned off",
        { State: WebhookState.Paused } => "Paused",
        { State: WebhookState.Unconfirmed } => "Waits for a test",
        { FailingSince: not null } => "Not taking",
        _ => "On",
    };

    public static string Colour(WebhookRow webhook) => webhook switch
    {
        { State: WebhookState.Disabled } => "red",
        { State: WebhookState.Paused } => "grey",
        { State: WebhookState.Unconfirmed } => "orange",
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
        DeliveryState.Failed => "red",
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
        WebhookProblem.SignatureNotChecked => "It also took a message that was not signed by us, so it does not check who tells it",
        WebhookProblem.Interrupted => "The platform itself could not go through with sending. Tell whoever runs it",
        _ => "It could not be reached",
    };

    /// <summary>What to do about it; null where the problem says that itself.</summary>
    public static string? Advice(WebhookProblem? problem) => problem switch
    {
        WebhookProblem.SignatureNotChecked => "Have the program check the signature with the secret, and answer 401 where it is not right. The developer pages show how.",
        WebhookProblem.Refused => "Look at its answer. 401 or 403 often means that it has another secret.",
        WebhookProblem.Redirected => "Enter the address that it answers with, if that is right.",
        WebhookProblem.TooSlow => "Have it answer first, and work afterwards.",
        WebhookProblem.NameUnknown or WebhookProblem.Unreachable => "Look at the address, and whether the program runs.",
        WebhookProblem.AddressNotAllowed => "Whoever runs the platform can allow it, with the setting Webhooks:AllowPrivateAddresses or, for http, Webhooks:AllowHttp.",
        _ => null,
    };

    /// <summary>One attempt, as a sentence without its end.</summary>
    public static string Of(AttemptRow attempt) => attempt switch
    {
        { Problem: null, Status: { } status } => $"Taken ({status})",
        { Problem: null } => "Taken",
        { Problem: { } problem, Status: { } status } => $"{Of(problem)} ({status})",
        { Problem: { } problem } => Of(problem),
    };
}
