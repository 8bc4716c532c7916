using Engagement.Web.Documents;

namespace Engagement.Web.Staff.Results;

/// <summary>What a question can be broken down by, as the schema and people say it.</summary>
public sealed record BreakdownBy(string Key, string Text)
{
    public static IReadOnlyList<BreakdownBy> All { get; } =
        [new("DISTRICT", "By district"), new("PHASE", "By phase of education"), new("NEED", "By need"), new("CHANNEL", "By how it came"), new("RENDITION", "By form of the questions")];

    /// <summary>Those of which we know how many people there are.</summary>
    public static IReadOnlyList<BreakdownBy> OfPopulations => [.. All.Take(3)];

    /// <exception cref="AddressUnknownException">There is none of this key.</exception>
    public static BreakdownBy Find(string? key) => string.IsNullOrEmpty(key) ? All[0] : All.FirstOrDefault(by => by.Key == key) ?? throw new AddressUnknownException();

    /// <summary>What people call a group, by its key.</summary>
    public static string NameOf(string key, ResultInstrument? instrument = null) =>
        Districts.NameOf(key) ?? instrument?.OptionOf(key) ?? key switch
        {
            "Web" => "On the website",
            "Api" => "Other apps",
            "Paper" => "On paper",
            "EasyRead" => "Easy Read",
            _ => ResultTables.Humanise(key),
        };
}
