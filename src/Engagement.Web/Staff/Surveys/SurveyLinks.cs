using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Surveys;

/// <summary>The addresses of the survey builder.</summary>
internal static class SurveyLinks
{
    public const string List = $"{Links.Staff}/surveys";
    public const string New = $"{List}/new";
    public const string Symbols = $"{List}/symbols";
    public const string Reading = $"{List}/reading/fragment";

    /// <summary>A survey's own page; <paramref name="done"/> is what was done just now, <paramref name="at"/> the item to be shown.</summary>
    public static string Survey(string id, string? done = null, string? at = null) =>
        $"{Links.With(At(id), ("done", done))}{(at is null ? "" : $"#{Anchor(at)}")}";

    public static string Anchor(string key) => $"item-{key}";

    public static string Part(string id, string part) => $"{At(id)}/{part}";

    public static string Move(string id) => Part(id, "move");

    public static string NewVersion(string id) => Part(id, "version");

    public static string Publish(string id) => Part(id, "publish");

    public static string Discard(string id) => Part(id, "discard");

    public static string Changes(string id) => Part(id, "changes");

    public static string Scales(string id) => Part(id, "scales");

    public static string Try(string id) => Part(id, "try");

    public static string ForgetTry(string id) => Part(id, "try/forget");

    /// <summary>How it looks on paper, in one of its forms, before anybody is asked.</summary>
    public static string Paper(string id, string? form = null) => Links.With(Part(id, "paper"), ("form", form));

    public static string PaperWord(string id, string? form = null) => Links.With(Part(id, "paper/word"), ("form", form));

    public static string NewQuestion(string id, string? kind = null, string? section = null, bool aboutYou = false) =>
        Links.With(Part(id, "add-question"), ("kind", kind), ("section", section), ("aboutYou", aboutYou ? "true" : null));

    public static string Question(string id, string key) => Part(id, $"questions/{Uri.EscapeDataString(key)}");

    public static string RemoveQuestion(string id, string key) => $"{Question(id, key)}/remove";

    public static string NewSection(string id) => Part(id, "add-section");

    public static string Section(string id, string key) => Part(id, $"sections/{Uri.EscapeDataString(key)}");

    public static string RemoveSection(string id, string key) => $"{Section(id, key)}/remove";

    public static string Renditions(string id) => Part(id, "renditions");

    public static string Rendition(string id, SurveyForm name, int version, string? done = null) =>
        Links.With(Part(id, $"renditions/{SurveyWords.Code(name.Kind)}/{Uri.EscapeDataString(name.Language)}/{version}"), ("done", done));

    public static string RenditionItem(string id, SurveyForm name, int version, string key) => $"{Rendition(id, name, version)}/{Uri.EscapeDataString(key)}";

    private static string At(string id) => $"{List}/{Uri.EscapeDataString(id)}";
}
