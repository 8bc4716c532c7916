using System.Text.RegularExpressions;
using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>
/// Symbols stand beside words that people may not read well. Which pictures there are is the pages' affair: a name that they do not know shows none.
/// </summary>
internal static partial class SymbolRules
{
    /// <param name="item">The words that have symbols.</param>
    /// <param name="name">The form that they are in.</param>
    /// <param name="options">What can be chosen in it.</param>
    public static Refusal? Check(RenderedItem item, RenditionName name, IReadOnlyList<QuestionOption> options)
    {
        var ofOptions = item.OptionSymbols ?? [];
        string[] symbols = [.. item.Symbol is { } own ? [own] : Array.Empty<string>(), .. ofOptions.Select(o => o.Symbol)];
        if (symbols.Length == 0)
            return null;

        if (name.Kind != RenditionKind.EasyRead)
            return new Refusal("SYMBOL_NOT_ALLOWED", "Only an Easy Read version may have symbols", item.Key);

        if (!symbols.All(Name().IsMatch))
            return new Refusal("SYMBOL_INVALID", "Name a symbol in small letters, digits and hyphens, such as school, with 60 characters or fewer", item.Key);

        return ofOptions.DistinctBy(o => o.Key).Count() < ofOptions.Count
            || ofOptions.Any(o => options.All(option => option.Key != o.Key))
                ? new Refusal("SYMBOL_WITHOUT_ANSWER", "Give a symbol to an answer of this question, one to each at most", item.Key)
                : null;
    }

    [GeneratedRegex("^(?=.{1,60}\\z)[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex Name();
}
