using Engagement.Web.Figures;

namespace Engagement.Web.Staff.Releases;

/// <summary>What somebody looks for among the releases, as the address of the page says it.</summary>
public sealed record ReleasesAsked
{
    public string? Search { get; init; }

    public string? About { get; init; }

    public string? State { get; init; }

    public string? Words => string.IsNullOrWhiteSpace(Search) ? null : Search;

    public string? Kind => FiguresAsked.Kinds.FirstOrDefault(kind => kind.Key == About).Kind;

    public string? StateInSchema => ReleaseWords.States.FirstOrDefault(state => state.InSchema == State).InSchema;

    public bool IsAnything => Words is not null || Kind is not null || StateInSchema is not null;

    public string Address(string? after = null) => Links.With(ReleaseLinks.Releases, ("search", Search), ("about", About), ("state", State), ("after", after));
}
