using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Takes in the measures of the Written Statement of Action, exactly as its rows have them.</summary>
public sealed record LoadMeasures
{
    internal static Refusal AlreadyLoaded { get; } = new("MEASURES_LOADED", "The measures of the Written Statement of Action are here already");

    /// <summary>The measure of a row.</summary>
    public static Guid IdOf(string code) => DeterministicId.From("measure", code);
}
