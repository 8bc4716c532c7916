namespace Engagement.Web;

/// <summary>What a page may load and where it may stand, for the few that need another answer than all the others.</summary>
internal sealed record ContentPolicy(string Text)
{
    public const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page that shows another of ours in a frame.</summary>
    public static ContentPolicy WithFrame { get; } = new($"{Pages}; frame-src 'self'");

    /// <summary>
    /// A message as it is sent, shown in a frame of ours: its own styles, as mail programs want them, and nothing else. It runs nothing, loads nothing, sends
    /// nothing, and its links lead nowhere.
    /// </summary>
    public static ContentPolicy Letter { get; } = new("default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox");
}
