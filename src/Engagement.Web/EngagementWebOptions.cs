namespace Engagement.Web;

public sealed class EngagementWebOptions
{
    /// <summary>What this place is called: shown in the header and at the end of every page title.</summary>
    public string Name { get; set; } = "Engagement";

    /// <summary>Who runs this place, in the words of the people it is for.</summary>
    public string RunBy { get; set; } = "Kent SEND engagement";

    /// <summary>Kent PACT's own words at the top of its pages: a paragraph a line. The words are PACT's to change, and are shown as they are in every language.</summary>
    public string PactWelcome { get; set; } =
        "We are parents and carers of children with special educational needs and disabilities. We run this place ourselves. The council reads what we publish here.";

    /// <summary>Says on every page that its people, views and decisions are made up.</summary>
    public bool Demonstration { get; set; }

    /// <summary>Where people can still write when a survey has closed, or when these pages do not work for them.</summary>
    public string ContactEmail { get; set; } = "engagement@example.test";

    /// <summary>The same by post.</summary>
    public string ContactAddress { get; set; } = "SEND engagement team, Example House, Example Street, Maidstone";

    /// <summary>Where a young person who must leave a page at once is taken: somewhere that anybody might be reading.</summary>
    public string ExitAddress { get; set; } = "https://www.bbc.co.uk/weather";

    /// <summary>The roles that the development sign-in page offers.</summary>
    public IReadOnlyList<string> SignInRoles { get; set; } =
        ["participation-officer", "decision-maker", "moderator", "analyst", "administrator", "parent-or-carer", "pact-forum-coordinator", "pact-representative"];
}
