using Engagement.Web.Consultations;

namespace Engagement.Web.HaveYourSay;

/// <summary>
/// Where surveys are answered: under which addresses, and among whose pages. The same survey can be mapped under several faces; answers that are on their
/// way belong to the face on which they were begun.
/// </summary>
/// <param name="Pattern">The address of a survey's start, with <c>{slug}</c> where its consultation is named.</param>
/// <param name="ComeBack">The address at which saved answers are asked for.</param>
/// <param name="Site">Whose pages these are.</param>
/// <param name="Section">The address of the menu that the pages are under.</param>
public sealed record SurveyFace(string Pattern, string ComeBack, Site Site, string Section)
{
    /// <summary>For everybody, under the consultation.</summary>
    public static SurveyFace Public { get; } = new($"{Links.Consultations}/{{slug}}/have-your-say", Links.ComeBack, Site.Public, Links.Consultations);

    /// <summary>For children and young people: their survey, in Easy Read where there is one.</summary>
    public static SurveyFace Voice { get; } = new($"{Links.VoiceSay}/{{slug}}/answer", Links.VoiceComeBack, Site.Voice, Links.VoiceSay)
    {
        Track = Links.VoiceTrack,
        Audience = HaveYourSay.Audience.YoungPeople,
        First = RenditionKind.EasyRead,
        About = Links.VoiceTopic,
    };

    /// <summary>Of several surveys of one consultation, the one that asks these people.</summary>
    public Audience? Audience { get; init; }

    /// <summary>The form that is offered first where there is one.</summary>
    public RenditionKind First { get; init; } = RenditionKind.Standard;

    /// <summary>Nobody is asked: whoever writes the questions walks through them, and nothing is sent.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Where the start leads back to: the page about the consultation.</summary>
    public Func<string, string> About { get; init; } = Links.Consultation;

    /// <summary>Where it is followed what becomes of answers that were sent.</summary>
    public string Track { get; init; } = Links.Track;

    public string Start(string slug) => Pattern.Replace("{slug}", Uri.EscapeDataString(slug), StringComparison.Ordinal);

    public string Who(string slug, bool thenCheck = false) => At(slug, "who", thenCheck);

    /// <summary>What is said before the questions of a section; sections are numbered from 1.</summary>
    public string Introduction(string slug, int number) => At(slug, $"sections/{number}");

    /// <summary>A question's page; questions are numbered from 1, those that are not asked of this person with them.</summary>
    public string Question(string slug, int number, bool thenCheck = false) => At(slug, $"questions/{number}", thenCheck);

    public string Check(string slug) => At(slug, "check");

    public string Receipt(string slug) => At(slug, "receipt");

    public string Save(string slug) => At(slug, "save");

    public string Saved(string slug) => At(slug, "saved");

    /// <summary>What becomes of some answers, and what was done with them just now.</summary>
    public string Journey(string reference, string? done = null) => $"{Track}/{Uri.EscapeDataString(reference)}{(done is null ? "" : $"?done={done}")}";

    /// <summary>One of the pages and forms of a journey.</summary>
    public string JourneyPart(string reference, string part) => $"{Journey(reference)}/{part}";

    public string ForgetJourney(string reference) => JourneyPart(reference, "forget");

    /// <summary>Where somebody says whether an entry answers them.</summary>
    public string Confirm(string reference, string entry) => JourneyPart(reference, $"confirm/{Uri.EscapeDataString(entry)}");

    private string At(string slug, string page, bool thenCheck = false) => $"{Start(slug)}/{page}{(thenCheck ? "?return=check" : "")}";
}
