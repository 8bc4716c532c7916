namespace Engagement.Notifications;

/// <summary>Asks not to be told any more what becomes of a response. The address goes with it.</summary>
/// <param name="Reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
/// <param name="Secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
public sealed record UnfollowResponse(string Reference, string Secret);
