namespace Engagement.Web.Staff.Statements;

/// <summary>What was searched for among the statements, as the schema has it.</summary>
public sealed record StatementsAsked(string? Words, string? Audience, string? Level, string? State)
{
    public bool IsNarrowed => Words is not null || Audience is not null || Level is not null || State is not null;

    internal static StatementsAsked Of(string? words, string? audience, string? level, string? state) => new(
        string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
        StatementWords.Known(StatementWords.Audiences, audience),
        StatementWords.Known(StatementWords.Levels, level),
        StatementWords.Known(StatementWords.States, state));
}
