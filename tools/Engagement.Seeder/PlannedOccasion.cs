using Engagement.Activities;
using Engagement.Common;
using Engagement.Seeder.Texts;

namespace Engagement.Seeder;

/// <summary>An activity of the story. <paramref name="Number"/> counts from 1; <paramref name="District"/> is null for online.</summary>
internal sealed record PlannedOccasion(
    int Number,
    DateOnly Day,
    ActivityKind Kind,
    EngagementLevel Level,
    Audience Audience,
    TextPoint About,
    string? District,
    int Attending);
