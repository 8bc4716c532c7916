namespace Engagement.Surveys;

/// <summary>The symbol beside an answer that can be chosen.</summary>
/// <param name="Key">The option's.</param>
/// <param name="Symbol">The name of the symbol.</param>
public sealed record OptionSymbol(string Key, string Symbol);
