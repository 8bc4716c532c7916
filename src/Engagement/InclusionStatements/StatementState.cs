namespace Engagement.InclusionStatements;

/// <summary>Whether a statement has evidence.</summary>
public enum StatementState
{
    /// <summary>Nothing is given, or nothing that stands.</summary>
    None,

    /// <summary>Evidence is given, and no representative has accepted it yet.</summary>
    Claimed,

    /// <summary>A representative of families has accepted evidence.</summary>
    Evidenced,

    /// <summary>A representative does not accept evidence, and it is not settled.</summary>
    Disputed,
}
