using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Tests.Shared;

namespace Engagement.Web.Tests.Texts;

/// <summary>The catalogue of the pages' words: what a translator has still to do, and what nobody uses any more.</summary>
public sealed partial class TheTexts
{
    private static readonly ResourceManager Catalogue = new("Engagement.Web.Texts", typeof(Web.Texts).Assembly);

    public static TheoryData<string> OtherLanguages => [.. Languages.OfPages.Select(language => language.Code).Where(code => code != Languages.English)];

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Every_sentence_of_the_pages_is_there(string language) => Asked().Union(Refused()).Except(Texts(language).Keys).Order().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Nothing_is_translated_that_no_page_says(string language)
    {
        var sources = string.Join('\n', Sources().Select(File.ReadAllText));

        Texts(language).Keys.Except(Refused()).Where(key => !sources.Contains($"\"{key.Replace("\"", "\\\"", StringComparison.Ordinal)}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void What_is_put_into_a_sentence_is_put_into_its_translation(string language) =>
        Texts(language).Where(text => Places(text.Key) != Places(text.Value)).ShouldBeEmpty();

    [Fact]
    public void Refusals_of_the_forms_about_e_mails_are_found() =>
        new[] { "Choose districts of the county", "Ask your parent or carer to agree with you", "There were too many tries. Try again in {0} minutes", "Use {0} characters or fewer" }
            .Except(Refused()).ShouldBeEmpty();

    private static Dictionary<string, string> Texts(string language) =>
        Catalogue.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(text => (string)text.Key, text => (string)text.Value!, StringComparer.Ordinal);

    private static HashSet<string> Asked() =>
    [
        .. Sources().SelectMany(file => Key().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal)),
    ];

    /// <summary>All but the pages for staff, which are in English, and those for developers.</summary>
    private static IEnumerable<string> Sources()
    {
        var web = Path.Combine(Repository.Folder, "src", "Engagement.Web");
        return Directory.EnumerateFiles(web, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
            .Where(file => Path.GetRelativePath(web, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or "Assets" or "wwwroot"));
    }

    /// <summary>What the API refuses in the forms about e-mails, in the sentences of the domain. A number has {0} in its place.</summary>
    private static HashSet<string> Refused()
    {
        var domain = Path.Combine(Repository.Folder, "src", "Engagement");
        string[] beside = ["Common/CleanText.cs", "Feedback/GiveConfirmation.cs", "Participants/GivePermission.cs", "SignIn/Attempts.cs", "Surveys/ReceiptReads.cs"];
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(domain, "Notifications"), "*.cs").Concat(beside.Select(file => Path.Combine(domain, file)))
                .SelectMany(file => Refusal().Matches(File.ReadAllText(file)))
                .SelectMany(refusal => Sentence().Matches(refusal.Value))
                .Select(sentence => Hole().Replace(sentence.Groups[1].Value, "{0}")),
        ];
    }

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\b(?:T|words)\[""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"""[A-Z]+(?:_[A-Z]+)+"",[^;]*;")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"""([A-Z][^""]* [^""]*)""")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
