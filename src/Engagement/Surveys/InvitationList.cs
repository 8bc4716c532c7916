namespace Engagement.Surveys;

/// <summary>How many were invited, and to how many of them the invitation could not be delivered. Without a list a wave has no response rate.</summary>
/// <param name="Invited">How many people were invited.</param>
/// <param name="Undeliverable">To how many of them the invitation could not be delivered.</param>
public sealed record InvitationList(int Invited, int Undeliverable);
