namespace Engagement.Surveys;

/// <summary>The words of a question or section in a rendition. The key is that of the item: it is the same question.</summary>
/// <param name="Key">The question's or section's.</param>
/// <param name="Text">The question's words, or the section's title.</param>
/// <param name="Hint">A question's hint, or a section's introduction.</param>
/// <param name="Options">The labels of all options; none: the labels that the options have in English.</param>
/// <param name="Scale">Another scale than the question's own, in Easy Read only.</param>
public sealed record RenderedItem(string Key, string Text, string? Hint, IReadOnlyList<QuestionOption> Options, string? Scale)
{
    /// <summary>The name of the symbol beside its words, in Easy Read only.</summary>
    public string? Symbol { get; init; }

    /// <summary>The symbols beside some of its options, in Easy Read only; left out: none.</summary>
    public IReadOnlyList<OptionSymbol>? OptionSymbols { get; init; }
}
