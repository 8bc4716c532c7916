namespace Engagement.Web.Staff.Webhooks;

/// <summary>What the address of a webhook's page asks for. What is not understood is left aside.</summary>
public sealed record WebhookAsked
{
    public string Id { get; init; } = "";

    public string? State { get; init; }

    public string? Kind { get; init; }

    public string? After { get; init; }

    public string? Done { get; init; }

    public string? Count { get; init; }

    public DeliveryState? StateAsked => Enum.TryParse<DeliveryState>(State, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

    public string? KindAsked => string.IsNullOrWhiteSpace(Kind) ? null : Kind;
}
