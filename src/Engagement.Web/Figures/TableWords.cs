using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Figures;

/// <summary>What the tables of a release are called for people: what is counted, of whose answers, and of which survey where there are several.</summary>
internal static class TableWords
{
    public static string Title(Table table, IReadOnlyList<Table> all, Func<string, string> words)
    {
        var (survey, voice) = Split(table.Of);
        var surveys = all.Select(other => Split(other.Of).Survey).Distinct().ToList();
        var which = surveys.Count > 1 ? $", survey {surveys.IndexOf(survey) + 1}" : "";
        var by = table.ColumnsBy is { } columns ? $" by {words(columns).ToLowerInvariant()}" : "";
        return $"{Rows(table, words)}{by}: {VoiceOf(voice, words)}{which}";
    }

    /// <summary>A question, or one option of a question with several, or what people are broken down by.</summary>
    public static string Rows(Table table, Func<string, string> words) => table.RowsBy.Split(':') is [var question, var option]
        ? $"{words(question)} {words(option)}"
        : words(table.RowsBy);

    /// <summary>Of a key that is of no question.</summary>
    public static string NameOf(string key) => Districts.NameOf(key) ?? key switch
    {
        "Web" => "On the website",
        "Api" => "Other apps",
        "Paper" => "On paper",
        "EasyRead" => "Easy Read",
        "channel" or "Channel" => "How answers came",
        "rendition" or "Rendition" => "Form of the questions",
        "phase" or "Phase" => "Phase of education",
        "need" or "Need" => "Kind of need",
        _ => Humanise(key),
    };

    /// <summary>Figures of a consultation name the survey by its id before whose answers they are.</summary>
    private static (string Survey, string Voice) Split(string of) =>
        of.Split(' ', 2) is [{ Length: 32 } survey, var voice] && Guid.TryParseExact(survey, "N", out _) ? (survey, voice) : ("", of);

    private static string VoiceOf(string voice, Func<string, string> words) => voice.Split(' ', 2) is [var audience, ("own voice" or "proxy") and var how]
        ? how == "proxy" ? $"what somebody else said for {Lower(Who(audience))}" : Who(audience)
        : words(voice);

    private static string Who(string audience) => (Enum.TryParse<Audience>(audience, out var whose) ? whose : (Audience?)null) switch
    {
        Audience.ParentsAndCarers => "Parents and carers",
        Audience.YoungPeople => "Children and young people",
        Audience.Organisations => "Organisations",
        Audience.Staff => "Staff",
        _ => "Those who did not say who they are",
    };

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static string Humanise(string key)
    {
        var words = key.Replace('-', ' ').Replace('_', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
