using Engagement.Web.Components;

namespace Engagement.Web.Staff.Results;

/// <summary>Of what the figures are, as the address of the page says it.</summary>
public sealed record DoingAsked
{
    public string? Consultation { get; init; }

    public string? Audience { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? By { get; init; }

    internal static IReadOnlyList<WhoFor> Audiences { get; } = [WhoFor.Families, WhoFor.YoungPeople, WhoFor.Organisations];

    internal static IReadOnlyList<Choice> AudienceChoices { get; } = [new("", "Everybody"), .. Audiences.Select(one => new Choice(one.Key, one.Text))];

    public string? AudienceInSchema => WhoFor.Find(Audiences, Audience);

    /// <summary>A day that is none is as if nothing were asked.</summary>
    public string? FirstDay => Day(From);

    public string? LastDay => Day(To);

    public bool IsAnything => AudienceInSchema is not null || FirstDay is not null || LastDay is not null || !string.IsNullOrEmpty(Consultation);

    private static string? Day(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", out _) ? day : null;
}
