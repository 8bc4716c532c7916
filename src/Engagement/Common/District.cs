namespace Engagement.Common;

/// <summary>A district of the county, by the code of the Office for National Statistics, and the area of services it lies in.</summary>
/// <param name="Code">Of the Office for National Statistics: E07000114.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Area">The area of services: North, South, East or West.</param>
public sealed record District(string Code, string Name, string Area)
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<District> All { get; } =
    [
        new("E07000105", "Ashford", "South"),
        new("E07000106", "Canterbury", "East"),
        new("E07000107", "Dartford", "North"),
        new("E07000108", "Dover", "South"),
        new("E07000112", "Folkestone and Hythe", "South"),
        new("E07000109", "Gravesham", "North"),
        new("E07000110", "Maidstone", "West"),
        new("E07000111", "Sevenoaks", "North"),
        new("E07000113", "Swale", "East"),
        new("E07000114", "Thanet", "East"),
        new("E07000115", "Tonbridge and Malling", "West"),
        new("E07000116", "Tunbridge Wells", "West"),
    ];

    public static District? Find(string? code) => All.FirstOrDefault(district => district.Code == code);
}
