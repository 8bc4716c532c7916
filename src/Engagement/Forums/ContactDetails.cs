using System.Text.RegularExpressions;

namespace Engagement.Forums;

/// <summary>
/// Finds what could tell who or where somebody is: phone numbers, addresses of every kind, names on other services, numbers of the NHS and
/// dates of birth. It errs on the side of finding: a moderator looks at what was found. Names of children it cannot find; moderators do.
/// </summary>
public static partial class ContactDetails
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Domains = @"(?:co\.uk|org\.uk|ac\.uk|gov\.uk|sch\.uk|nhs\.uk|uk|com|org|net|info|io)";

    private const string Month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

    /// <summary>In the order of the text. What lies within something longer is left out.</summary>
    public static IReadOnlyList<MarkedSpan> Find(string text)
    {
        var found = new List<MarkedSpan>();
        Add(found, MarkKind.Email, Email(), text);
        Add(found, MarkKind.WebAddress, WebAddress(), text);
        Add(found, MarkKind.SocialHandle, SocialHandle(), text);
        Add(found, MarkKind.Postcode, Postcode(), text);
        Add(found, MarkKind.StreetAddress, StreetAddress(), text);
        Add(found, MarkKind.DateOfBirth, DateOfBirth(), text);
        found.AddRange(DigitRuns.Find(text));

        MarkedSpan[] ordered = [.. found.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.Length).ThenBy(mark => mark.Kind)];
        var kept = new List<MarkedSpan>(ordered.Length);
        foreach (var mark in ordered)
        {
            if (kept.Count == 0 || mark.Start + mark.Length > kept[^1].Start + kept[^1].Length)
                kept.Add(mark);
        }

        return kept;
    }

    private static void Add(List<MarkedSpan> found, MarkKind kind, Regex pattern, string text) =>
        found.AddRange(pattern.Matches(text).Select(match => new MarkedSpan(kind, match.Index, match.Length)));

    // As it is, and said aloud: "someone at example dot com".
    [GeneratedRegex(
        @"\b[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\s?\.\s?[a-z]{2,24}){1,4}\b"
        + @"|\b[\w.+-]{1,64}\s+[\[(]?at[\])]?\s+[\w-]{1,63}(?:\s+[\[(]?dot[\])]?\s+[\w-]{1,63}){0,3}"
        + @"\s+[\[(]?dot[\])]?\s+(?:com|co|uk|org|net|info|io|gov|ac|nhs)\b",
        Options)]
    private static partial Regex Email();

    [GeneratedRegex(@"\bhttps?://[^\s<>""]+|\bwww\.[^\s<>""]+|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}" + Domains + @"\b(?:/[^\s<>""]*)?", Options)]
    private static partial Regex WebAddress();

    [GeneratedRegex(
        // @someone, but not "@ 10am".
        @"(?<![\w@.])@[a-z_][\w.]{1,29}\b"
        // "someone#1234".
        + @"|\b[\w.]{2,32}\#\d{4}\b"
        // "my insta is someone", "snap: someone", "add me on TikTok someone".
        + @"|\b(?:insta(?:gram)?|snap(?:chat)?|tik\s?tok|discord|facebook|fb|messenger|telegram|signal|xbox|gamertag|psn|roblox|twitter|reddit)"
        + @"(?:\s+(?:name|user\s?name|handle|id|account|tag))?\s*(?:is\s+(?!(?:a|an|the|not|no|so|too|very|good|bad|where|how|what|full|used|one)\b)|[:=]\s*)[\w.]{3,30}"
        + @"|\badd\s+me\s+on\s+\w+",
        Options)]
    private static partial Regex SocialHandle();

    // The areas there are, then the shape. "1st" in small letters is not the end of a postcode.
    [GeneratedRegex(
        @"\b(?:AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU"
        + @"|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR"
        + @"|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W)"
        + @"\d[A-Z\d]?\s{0,2}(?!(?-i:\d(?:st|nd|rd|th))\b)\d[ABD-HJLNP-UW-Z]{2}\b",
        Options)]
    private static partial Regex Postcode();

    // A number, up to three words that are no ordinary small words, and a kind of street. Kinds that are ordinary words count with a capital only.
    [GeneratedRegex(
        @"\b\d{1,4}[a-z]?,?\s+"
        + @"(?:(?!(?:the|a|an|of|on|in|to|for|at|by|and|or|my|our|your|this|that|with|down|up|along|minutes?|mins?|miles?|hours?|years?|weeks?|days?|people|children|"
        + @"schools?|families|bus|community|way)\b)[a-z][\w'’-]*\s+){1,3}"
        + @"(?:street|road|rd|lane|avenue|ave|crescent|terrace|mews|grove|(?-i:St|Ln|Close|Drive|Way|Court|Gardens|Place|Hill|Green|Park|Square|Walk|Row|Rise|View))\b"
        + @"|\bflat\s+\d{1,4}[a-z]?\b",
        Options)]
    private static partial Regex StreetAddress();

    [GeneratedRegex(
        @"\b(?:born|birth|birthday|d\.?\s?o\.?\s?b\.?)\b[^.\n\d]{0,25}"
        + @"(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\d{4}-\d{2}-\d{2}"
        + @"|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?" + Month + @"(?:,?\s+\d{4})?"
        + @"|\b" + Month + @"\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?)"
        + @"|\b(?:born|birthday)\b[^.\n\d]{0,25}?\b" + Month + @"\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?",
        Options)]
    private static partial Regex DateOfBirth();
}
