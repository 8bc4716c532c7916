namespace Engagement.Seeder;

public enum DemonstrationProfile
{
    /// <summary>Three consultations and about sixty responses: what tests look at.</summary>
    Sample,

    /// <summary>That, and the beginning of the long stories: about 5,000 events, to look around.</summary>
    Small,

    /// <summary>The long stories whole, and a listening exercise: about 60,000 events.</summary>
    Medium,

    /// <summary>That with many more listening exercises: more than two million events, to see how the platform bears them.</summary>
    Large,
}
