namespace Engagement.Charter;

/// <summary>How a principle stands at a stage.</summary>
public enum CellState
{
    /// <summary>Nothing is claimed, or nothing that stands: 0.</summary>
    None,

    /// <summary>Something is claimed, and no representative has accepted it yet: 1.</summary>
    Partly,

    /// <summary>A representative has accepted a claim that is linked to people who would be affected: 2.</summary>
    Evidenced,

    /// <summary>A representative does not accept a claim, and it is not settled: 0.</summary>
    Disputed,

    /// <summary>It has nothing to do with the service, and a representative agrees: it does not count.</summary>
    NotApplicable,
}
