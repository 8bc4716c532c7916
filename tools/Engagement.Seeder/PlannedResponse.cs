using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>A response of the story: what is answered, when and how it reaches us.</summary>
internal sealed record PlannedResponse(string Name, int Number, DateTimeOffset At, Channel Channel, AnsweredForm Form);
