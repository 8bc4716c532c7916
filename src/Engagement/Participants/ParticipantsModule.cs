namespace Engagement.Participants;

internal sealed class ParticipantsModule : EngagementModule;
