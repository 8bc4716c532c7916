namespace Engagement.Api;

/// <summary>What the API offers beside its schema.</summary>
public sealed class EngagementApiOptions
{
    /// <summary>Operations that lie open in GraphiQL when somebody comes for the first time.</summary>
    public IReadOnlyList<string> Examples { get; set; } = [];

    /// <summary>Documents by name, which a client may name instead of sending. Each is known by the SHA-256 of its text too.</summary>
    public IReadOnlyDictionary<string, string> KnownDocuments { get; set; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether nobody may send other documents but those who work with a key, a token or in a role of their work: the fewer questions strangers can make
    /// up, the less there is to defend.
    /// </summary>
    public bool OnlyKnownDocuments { get; set; }
}
