namespace Engagement.Notifications;

/// <summary>Asks to be told by e-mail what becomes of a response.</summary>
/// <param name="Reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
/// <param name="Secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
/// <param name="Address">Where to write to.</param>
/// <param name="MayWrite">That the person allows it: an address alone allows nothing.</param>
/// <param name="Audience">In whose words.</param>
/// <param name="Language">The code of the language to write in.</param>
public sealed record FollowResponse(string Reference, string Secret, string Address, bool MayWrite, NotificationAudience Audience, string Language);
