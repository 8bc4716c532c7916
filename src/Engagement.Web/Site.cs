namespace Engagement.Web;

/// <summary>One of the faces of the platform: whose pages these are, and where its menu leads. Names and menu are English, as keys of the texts.</summary>
public sealed record Site(string Key, string Home, string? Name, IReadOnlyList<(string Address, string Text)> Menu)
{
    /// <summary>For anybody.</summary>
    public static Site Public { get; } = new("public", Links.Home, null,
    [
        (Links.Consultations, "Have your say"),
        (Links.YouSaidWeDid, "You said, we did"),
        (Links.Figures, "Figures"),
        (Links.Track, "Track answers"),
    ]);

    /// <summary>For parents and carers; Kent PACT's own place, in its own words.</summary>
    public static Site Pact { get; } = new("pact", Links.Pact, "Kent PACT",
    [
        (Links.Consultations, "Have your say"),
        (Links.Forums, "Forums"),
        (Links.Activities, "Activities"),
        (Links.YouSaidWeDid, "You said, we did"),
        (Links.Me, "My account"),
    ]);

    /// <summary>For children and young people: few words, and a way out on every page.</summary>
    public static Site Voice { get; } = new("voice", Links.Voice, "Your Voice",
    [
        (Links.VoiceSay, "Say what you think"),
        (Links.VoiceChanged, "What changed"),
        (Links.VoiceHelp, "Get help"),
    ]);

    /// <summary>For those who work here. Its menu depends on the role.</summary>
    public static Site Staff { get; } = new("staff", Links.Staff, "Staff", []);
}
