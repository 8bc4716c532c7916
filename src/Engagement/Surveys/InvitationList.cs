namespace Engagement.Surveys;

/// <summary>How many were invited, and to how many of them the invitation could not be delivered. Without a list a wave has no response rate.</summary>
public sealed record InvitationList(int Invited, int Undeliverable);
