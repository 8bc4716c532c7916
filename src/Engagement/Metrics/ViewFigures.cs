namespace Engagement.Metrics;

/// <summary>Views by how far they are. Those that were taken back are not there.</summary>
/// <param name="Unread">Nobody has coded them.</param>
/// <param name="Coded">They carry a theme.</param>
/// <param name="NotCodable">They make no point that could be answered.</param>
public sealed record ViewFigures(int Unread, int Coded, int NotCodable)
{
    /// <summary>All of them.</summary>
    public int All => Unread + Coded + NotCodable;
}

/// <summary>One group of a breakdown of views.</summary>
/// <param name="Key">Its id, code or name; a month as 2024-10. Null: not known.</param>
/// <param name="Figures">Those of the group.</param>
public sealed record ViewGroup(string? Key, ViewFigures Figures);
