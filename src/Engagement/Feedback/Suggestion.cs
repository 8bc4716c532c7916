using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>A theme that a method thought of. Methods suggest; people decide.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="MethodVersion">Its version: the same version suggests the same from the same views.</param>
/// <param name="Score">How well it fits, from 0 to 1.</param>
public sealed record Suggestion(string Method, int MethodVersion, double Score)
{
    /// <summary>Acceptance rates are by method and version, so neither may be made up.</summary>
    internal static Refusal? Check(Suggestion? suggestion) => suggestion switch
    {
        null => null,
        { Method: ThemeSuggester.Method, MethodVersion: >= 1 and <= ThemeSuggester.Version, Score: >= 0 and <= 1 } => null,
        _ => new Refusal("SUGGESTION_UNKNOWN", "Load the suggestions again: this one is not of a method we use", "suggestion"),
    };
}
