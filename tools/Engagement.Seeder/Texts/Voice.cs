namespace Engagement.Seeder.Texts;

/// <summary>Whose words they are.</summary>
internal enum Voice
{
    Parents,

    YoungPeople,

    /// <summary>Organisations, and the staff of services and schools.</summary>
    Organisations,
}
