namespace Engagement.Web.Staff.Webhooks;

/// <summary>A program that is told when something is published.</summary>
public sealed record WebhookRow(
    string Id,
    string Name,
    string Address,
    IReadOnlyList<string> Kinds,
    WebhookState State,
    DateTimeOffset StateSince,
    WebhookProblem? Problem,
    DateTimeOffset? FailingSince,
    DateTimeOffset? LastDeliveredAt,
    bool IsOfProgram,
    DateTimeOffset CreatedAt,
    int Waiting,
    IReadOnlyList<WebhookSecretRow>? Secrets = null,
    DeliveryRow? LastTest = null,
    string? DeadLetterId = null);

public sealed record WebhookSecretRow(int Number, DateTimeOffset CreatedAt, DateTimeOffset? EndsAt);

/// <summary>Something that it was told.</summary>
public sealed record DeliveryRow(
    string Id,
    string MessageId,
    string Kind,
    DateTimeOffset OccurredAt,
    DeliveryState State,
    int Attempts,
    DateTimeOffset QueuedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? NextTryAt = null,
    string? Body = null,
    IReadOnlyList<AttemptRow>? Log = null,
    WebhookRow? Webhook = null);

public sealed record AttemptRow(DateTimeOffset At, int Milliseconds, int? Status, WebhookProblem? Problem, string? Answer = null, string? RedirectedTo = null);

public sealed record WebhookKindRow(string Name, string Meaning);

/// <summary>A webhook as it is once: with a secret that has just been made.</summary>
public sealed record WebhookSecretShown(string Secret, WebhookRow? Webhook);

public enum WebhookState
{
    Active,
    Disabled,
    Paused,
    Unconfirmed,
}

public enum DeliveryState
{
    Delivered,
    Failed,
    Skipped,
    Waiting,
}

public enum WebhookProblem
{
    AddressNotAllowed,
    Gone,
    Interrupted,
    NameUnknown,
    NotSecure,
    Redirected,
    Refused,
    SignatureNotChecked,
    TooSlow,
    Unreachable,
}
