namespace Engagement.Webhooks;

/// <summary>Says anew what a webhook is for, where it is told and of what. What waits goes to the new address.</summary>
/// <param name="WebhookId">The webhook.</param>
/// <param name="Name">Which program.</param>
/// <param name="Address">Where it is told: an address that begins with https://.</param>
/// <param name="Kinds">Of what, all of it: some of <c>webhookKinds</c>.</param>
public sealed record ChangeWebhook(Guid WebhookId, string Name, string Address, IReadOnlyList<string> Kinds);
