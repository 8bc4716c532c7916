namespace Engagement.Webhooks;

/// <summary>A program of others that is told when something has been published.</summary>
/// <param name="Id">The webhook.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Where it is told.</param>
/// <param name="Kinds">Of what, by the names of the kinds.</param>
/// <param name="State">Whether it is sent anything.</param>
/// <param name="StateSince">Since when.</param>
/// <param name="Problem">Why it was turned off, where nobody did it.</param>
/// <param name="FailingSince">Since when what is sent has not been taken; null while it is.</param>
/// <param name="LastDeliveredAt">When it last took something.</param>
/// <param name="OwnerId">The program that looks after it; null where administrators do.</param>
/// <param name="CreatedAt">When it was set up.</param>
/// <param name="Waiting">How much waits to be sent.</param>
/// <param name="Round">How often it began.</param>
/// <param name="DeadLetterId">A message for it that could not be handled, so that what waits is not sent; null where there is none.</param>
public sealed record Webhook(
    Guid Id,
    string Name,
    string Address,
    IReadOnlyList<string> Kinds,
    WebhookState State,
    DateTimeOffset StateSince,
    WebhookProblem? Problem,
    DateTimeOffset? FailingSince,
    DateTimeOffset? LastDeliveredAt,
    Guid? OwnerId,
    DateTimeOffset CreatedAt,
    int Waiting,
    int Round,
    Guid? DeadLetterId);

/// <summary>Something that a webhook is told.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="WebhookId">The webhook.</param>
/// <param name="MessageId">What its receiver knows it by: the header webhook-id.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="OccurredAt">When that happened.</param>
/// <param name="Body">What is sent, to the byte.</param>
/// <param name="State">What came of it.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="QueuedAt">When it was made.</param>
/// <param name="EndedAt">When it was taken, or given up.</param>
/// <param name="OwnerId">The program that looks after the webhook; null where administrators do.</param>
/// <param name="NextTryAt">When it is tried again; null where it is not, or what comes before it is to be taken first.</param>
public sealed record WebhookDelivery(
    Guid Id,
    Guid WebhookId,
    string MessageId,
    string Kind,
    DateTimeOffset OccurredAt,
    string Body,
    WebhookDeliveryState State,
    int Attempts,
    DateTimeOffset QueuedAt,
    DateTimeOffset? EndedAt,
    Guid? OwnerId,
    DateTimeOffset? NextTryAt);

/// <summary>One time that a delivery was sent.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="At">When.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">What was answered: the status of HTTP; null where nothing was.</param>
/// <param name="Problem">Why it does not count as taken; null where it does.</param>
/// <param name="Answer">How the answer begins, where it is text; null where there is none, or it may not be kept.</param>
/// <param name="RedirectedTo">The address that it was answered with in its place, without what follows its path; null where there is none, or it may not be kept.</param>
public sealed record WebhookAttempt(
    Guid DeliveryId, DateTimeOffset At, int Milliseconds, int? Status, WebhookProblem? Problem, string? Answer, string? RedirectedTo);

/// <summary>A secret that signs, without the secret.</summary>
/// <param name="Number">1 is the first.</param>
/// <param name="CreatedAt">Since when it signs.</param>
/// <param name="EndsAt">When it ends, once there is a newer one.</param>
public sealed record WebhookSecret(int Number, DateTimeOffset CreatedAt, DateTimeOffset? EndsAt);

/// <summary>What came of sending something once.</summary>
public sealed record WebhookOutcome(int? Status, WebhookProblem? Problem, TimeSpan Took, string? Answer = null, string? RedirectedTo = null);
