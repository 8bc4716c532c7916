namespace Engagement.History;

/// <summary>An event as it is told.</summary>
/// <param name="What">What happened, in a sentence without its full stop.</param>
/// <param name="Why">The reason that was given.</param>
internal sealed record Told(string What, string? Why = null)
{
    /// <summary>The dates that it set, each under a name that it keeps when it is moved.</summary>
    public IReadOnlyList<(string Name, DateOnly Day)> Dates { get; init; } = [];

    public Told Setting(string name, DateOnly? day) => day is { } set ? this with { Dates = [.. Dates, (name, set)] } : this;
}
