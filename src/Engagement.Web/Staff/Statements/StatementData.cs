using Engagement.Web.Staff.Charter;

namespace Engagement.Web.Staff.Statements;

/// <summary>A document in which partners commit themselves, with those of its statements that were asked for.</summary>
public sealed record StatementDocument(string Id, string Title, string Source, int Version, IReadOnlyList<InclusionStatement> Statements)
{
    public DateOnly? From { get; init; }

    /// <summary>All of its statements, as far as they are counted; only the list asks for it.</summary>
    public IReadOnlyList<CountedStatement> All { get; init; } = [];
}

public sealed record CountedStatement(StatementAudience Audience, StatementLevel Level, StatementState State);

/// <summary>A statement; only its own pages ask for its evidence.</summary>
public sealed record InclusionStatement(string Key, string Text, StatementAudience Audience, StatementLevel Level, string Where, StatementState State)
{
    public IReadOnlyList<EvidenceKind> Kinds { get; init; } = [];

    public IReadOnlyList<Claim> Claims { get; init; } = [];

    public IReadOnlyList<RejectedForStatement> Rejected { get; init; } = [];
}

public sealed record RejectedForStatement(string Reason, EvidenceItem Evidence);

public enum StatementAudience
{
    Everybody,
    Children,
    ParentsAndCarers,
    SchoolsAndSettings,
    Staff,
}

public enum StatementLevel
{
    Everywhere,
    County,
    Area,
    Setting,
}

public enum StatementState
{
    None,
    Claimed,
    Evidenced,
    Disputed,
}
