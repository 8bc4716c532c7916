namespace Engagement.Seeder.Texts;

internal enum Mood
{
    Bad,

    Good,

    /// <summary>What people ask for.</summary>
    Wish,
}
