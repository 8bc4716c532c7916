namespace Engagement.Metrics;

/// <summary>Views by how far they are. Those that were taken back are not there.</summary>
public sealed record ViewFigures(int Unread, int Coded, int NotCodable)
{
    public int All => Unread + Coded + NotCodable;
}

/// <summary>One group of a breakdown; a null key: not known.</summary>
public sealed record ViewGroup(string? Key, ViewFigures Figures);
