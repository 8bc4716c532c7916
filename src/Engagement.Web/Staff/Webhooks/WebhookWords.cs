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
        WebhookProblem.Gone => "It answered that nobody is there any more",
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
    public static string? Advice(AttemptRow attempt) => attempt.Problem switch
    {
        WebhookProblem.SignatureNotChecked => "Have the program check the signature with the secret, and answer 401 where it is not right. The developer pages show how.",
        WebhookProblem.Refused when attempt.Status is 401 or 403 => "It often means that the program has another secret, or that something before it asks for a sign-in.",
        WebhookProblem.Refused when attempt.Status is >= 500 => "Something went wrong in the program. Whoever runs it finds what in its own log.",
        WebhookProblem.Refused when attempt.Status is 404 or 405 => "Nothing takes messages at this address. Look whether its path is right.",
        WebhookProblem.Refused => "Look at its answer, if it gave one.",
        WebhookProblem.Redirected => "Whoever runs it knows which address it answers with. Enter that one, if it is right.",
        WebhookProblem.TooSlow => "Have it answer first, and work afterwards.",
        WebhookProblem.NameUnknown or WebhookProblem.Unreachable => "Look at the address, and whether the program runs.",
        WebhookProblem.AddressNotAllowed => "Whoever runs the platform can allow it, with the setting Webhooks:AllowPrivateAddresses or, for http, Webhooks:AllowHttp.",
        _ => null,
    };

    /// <summary>When it is tried again; null where it is not.</summary>
    public static string? NextTry(DeliveryRow delivery, DateTimeOffset now) => delivery.NextTryAt switch
    {
        null => null,
        { } at when at <= now => "It is being tried again.",
        { } at when at - now < TimeSpan.FromMinutes(1) => "It is tried again within a minute.",
        { } at => $"It is tried again on {Dates.TextWithTime(at)}.",
    };

    /// <summary>One attempt, as a sentence without its end.</summary>
    public static string Of(AttemptRow attempt) => attempt switch
    {
        { Problem: null, Status: { } status } => $"Taken ({status})",
        { Problem: null } => "Taken",
        { Problem: WebhookProblem.Refused, Status: >= 500 and var status } => $"It answered that something went wrong in it ({status})",
        { Problem: { } problem, Status: { } status } => $"{Of(problem)} ({status})",
        { Problem: { } problem } => Of(problem),
    };
}
