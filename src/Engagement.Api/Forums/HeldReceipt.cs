namespace Engagement.Api.Forums;

/// <summary>The receipt of something that somebody wrote, who has no account.</summary>
/// <param name="Reference">Its reference. Case, spaces and dashes do not matter.</param>
/// <param name="Secret">Its secret. Case, spaces and dashes do not matter.</param>
public sealed record HeldReceipt(string Reference, string Secret);
