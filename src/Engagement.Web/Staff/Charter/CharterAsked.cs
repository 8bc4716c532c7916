namespace Engagement.Web.Staff.Charter;

/// <summary>What is looked for among what is commissioned, as it stands in the address. What is not known is left out.</summary>
public sealed record CharterAsked(string? Words, string? Service, string? Stage, bool ToCheck)
{
    public bool IsNarrowed => Words is not null || Service is not null || Stage is not null || ToCheck;

    public static CharterAsked Of(string? words, string? service, string? stage, string? show) => new(
        string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
        string.IsNullOrWhiteSpace(service) ? null : service,
        CharterWords.StageOf(stage) is { } known ? CharterWords.Slug(known) : null,
        show == "to-check");

    public string Address(string? after = null) => Links.With(
        CharterLinks.List, ("words", Words), ("service", Service), ("stage", Stage), ("show", ToCheck ? "to-check" : null), ("after", after));
}
