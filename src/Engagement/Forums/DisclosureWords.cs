using System.Text.RegularExpressions;

namespace Engagement.Forums;

/// <summary>
/// Phrases that may mean that somebody is being hurt or is thinking of hurting themselves. A plain list, so that anyone can say why a
/// contribution was held; what it misses, a moderator raises. Change the list together with its version.
/// </summary>
public static partial class DisclosureWords
{
    public const string Version = "2026-11";

    private const string Someone = "(?:me|us|him|her|them|my (?:son|daughter|child|brother|sister|mum|dad))";

    public static IReadOnlyList<MarkedSpan> Find(string text) =>
        [.. Phrases().Matches(text).Select(match => new MarkedSpan(MarkKind.PossibleDisclosure, match.Index, match.Length))];

    [GeneratedRegex(
        @"\b(?:"
        // Being hurt by somebody.
        + @"(?:hit|hits|hitting|hurt|hurts|hurting|beat|beats|beating|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|slap(?:s|ped|ping)?|chok(?:es|ed|ing)|"
        + @"touch(?:es|ed|ing)?|threaten(?:s|ed|ing)?|lock(?:s|ed|ing)?)\s+" + Someone + @"\b"
        + @"|abus(?:e|es|ed|ing|er|ers)\b|raped?\b|sexual(?:ly)?\s+assault(?:ed|s)?\b|molest(?:s|ed|ing)?\b|groom(?:ed|ing)\b|neglect(?:s|ed|ing)?\b"
        + @"|(?:domestic|sexual)\s+violence\b|(?:send|sent|sending)\s+(?:me\s+)?(?:nudes?|naked)\b"
        // Not being safe.
        + @"|(?:not|never|don['’]?t\s+feel|didn['’]?t\s+feel|isn['’]?t|aren['’]?t|do\s+not\s+feel)\s+safe\s+(?:at\s+home|with|here|at\s+school)\b"
        + @"|(?:scared|afraid|frightened|terrified)\s+(?:to\s+go\s+home|of\s+my\s+(?:dad|mum|father|mother|step\w+|uncle|carer|brother|partner|husband|teacher))\b"
        + @"|(?:nothing|not\s+enough)\s+to\s+eat\b|r[ua]n(?:ning)?\s+away\s+from\s+home\b"
        // Hurting oneself.
        + @"|self[\s-]?harm(?:s|ed|ing)?\b|(?:cut|cuts|cutting|hurt|hurting|kill|killing|harm|harming)\s+(?:myself|himself|herself|themselves|themself)\b"
        + @"|suicid(?:e|al)\b|(?:want|wants|wanted|wish|going)\s+to\s+(?:die|be\s+dead|end\s+it\s+all)\b|end(?:ing)?\s+(?:my|his|her|their)\s+(?:own\s+)?life\b"
        + @"|(?:no|not)\s+(?:point|reason)\s+(?:in\s+)?living\b|better\s+off\s+dead\b|overdos(?:e|ed|ing)\b"
        + @")",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phrases();
}
