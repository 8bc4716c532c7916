using Engagement.Common;
using Engagement.Seeder.Texts;

namespace Engagement.Seeder;

/// <summary>A wave of the story.</summary>
internal sealed record PlannedWave(string Key, string Title, Voice Voice, Audience Audience, DateOnly Opens, int Responses);
