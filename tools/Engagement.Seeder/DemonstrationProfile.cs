namespace Engagement.Seeder;

public enum DemonstrationProfile
{
    /// <summary>Three consultations and about sixty responses: a look around.</summary>
    Small,
}
