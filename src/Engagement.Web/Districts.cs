namespace Engagement.Web;

/// <summary>The districts of the county, by the codes of the Office for National Statistics that the schema takes, in the order of their names. A test holds them to the schema's.</summary>
public static class Districts
{
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        ("E07000105", "Ashford"), ("E07000106", "Canterbury"), ("E07000107", "Dartford"), ("E07000108", "Dover"),
        ("E07000112", "Folkestone and Hythe"), ("E07000109", "Gravesham"), ("E07000110", "Maidstone"), ("E07000111", "Sevenoaks"),
        ("E07000113", "Swale"), ("E07000114", "Thanet"), ("E07000115", "Tonbridge and Malling"), ("E07000116", "Tunbridge Wells"),
    ];

    public static string? NameOf(string? code) => All.FirstOrDefault(district => district.Code == code).Name;
}
