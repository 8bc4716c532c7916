using Engagement.Web.Components;

namespace Engagement.Web.Staff.Results;

/// <summary>Of what the figures are, as the address of the page says it.</summary>
public sealed record DoingAsked(string? Consultation, string? Audience, string? From, string? To, string? By)
{
    internal static IReadOnlyList<WhoFor> Audiences { get; } = [WhoFor.Families, WhoFor.YoungPeople, WhoFor.Organisations];

    internal static IReadOnlyList<Choice> AudienceChoices { get; } = [new("", "Everybody"), .. Audiences.Select(one => new Choice(one.Key, one.Text))];

    public string? AudienceInSchema => WhoFor.Find(Audiences, Audience);

    /// <summary>A day that is none is as if nothing were asked.</summary>
    public string? FirstDay => Day(From);

    public string? LastDay => Day(To);

    public bool IsAnything => AudienceInSchema is not null || FirstDay is not null || LastDay is not null || !string.IsNullOrEmpty(Consultation);

    private static string? Day(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", out _) ? day : null;
}
