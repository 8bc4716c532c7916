using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>Which statements of a document.</summary>
/// <param name="Words">With these words; null for all.</param>
/// <param name="Audience">To these people; null for all.</param>
/// <param name="Level">To be kept there; null for anywhere.</param>
/// <param name="State">That stand so; null for however they stand.</param>
/// <param name="Key">The one with this key; null for all.</param>
public sealed record StatementFilter(
    string? Words = null, StatementAudience? Audience = null, StatementLevel? Level = null, StatementState? State = null, string? Key = null)
{
    public bool Fits(StatementStanding one) =>
        (CleanText.OneLine(Words) is not { Length: > 0 } words || one.Statement.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
        && (Audience is null || one.Statement.Audience == Audience)
        && (Level is null || one.Statement.Level == Level)
        && (State is null || one.State == State)
        && (Key is null || one.Statement.Key == Key);
}
