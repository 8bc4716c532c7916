using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Engagement.Notifications;

/// <summary>
/// A message as a page: one column that fits a phone, real headings and links, nothing from elsewhere and nothing that tells us whether it was opened.
/// Where a mail program drops the styles, it reads as well.
/// </summary>
internal static class LetterHtml
{
    private const string Style =
        """
        body{margin:0;padding:16px;font:18px/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff}
        .letter{max-width:560px;margin:0 auto}
        .easy{font-size:20px}
        .from{margin:0 0 16px;padding:0 0 8px;border-bottom:4px solid #123c43}
        h1{font-size:28px;line-height:1.2;margin:0 0 20px}
        h2{font-size:20px;line-height:1.3;margin:28px 0 4px}
        p{margin:0 0 16px}
        blockquote{margin:0 0 20px;padding:2px 16px;border:0 solid #123c43;border-inline-start-width:4px}
        blockquote p{margin:8px 0}
        ul{margin:0;padding:0;list-style:none}
        li{margin:0 0 16px}
        .main a{display:inline-block;padding:10px 16px;background:#123c43;color:#fff;font-weight:bold;border-radius:4px;text-decoration:none}
        a{color:#1f5a9b}
        footer{margin:32px 0 0;padding:12px 0 0;border-top:1px solid #b1b4b6;font-size:16px}
        footer p{margin:0 0 8px}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(Letter letter)
    {
        var isYoung = letter.Audience is NotificationAudience.YoungPeople;
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(letter.Language.Code).Append("\" dir=\"").Append(letter.Language.IsRightToLeft ? "rtl" : "ltr").Append("\">\n")
            .Append("<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>").Append(Encoded(letter.Subject)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n")
            .Append("<body>\n<main class=\"letter").Append(isYoung ? " easy" : "").Append("\">\n")
            .Append("<p class=\"from\" lang=\"en\" dir=\"auto\"><strong>").Append(Encoded(letter.Head)).Append("</strong><br>").Append(Encoded(letter.From.RunBy)).Append("</p>\n")
            .Append("<h1>").Append(Encoded(letter.Subject)).Append("</h1>\n");
        var isInList = false;
        foreach (var part in letter.Parts)
        {
            if (part is LetterItem != isInList)
                html.Append((isInList = !isInList) ? "<ul>\n" : "</ul>\n");
            html.Append(Of(part, letter.Language)).Append('\n');
        }

        html.Append(isInList ? "</ul>\n" : "").Append("<footer>\n");
        foreach (var part in letter.Footer)
            html.Append(Of(part, letter.Language)).Append('\n');
        return html.Append("</footer>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static string Of(LetterPart part, NotificationLanguage language) => part switch
    {
        OwnSentences own => $"<p>{Encoded(own.Text)}</p>",
        LetterHeading heading => $"<h2>{Encoded(heading.Text)}</h2>",
        QuotedWords quoted => $"{(quoted.Label is { } label ? $"<h2>{Encoded(label)}</h2>\n" : "")}<blockquote{Lang(quoted.Language, language)} dir=\"auto\">{Paragraphs(quoted.Text)}</blockquote>",
        LetterFact fact => $"<p>{Encoded(fact.Label)}: <strong dir=\"auto\">{Encoded(fact.Value)}</strong></p>",
        LetterLink { IsMain: true } link => $"<p class=\"main\">{Anchor(link.Text, link.Address)}</p>",
        LetterLink link => $"<p>{Anchor(link.Text, link.Address)}</p>",
        LetterItem item => $"<li>{Encoded(item.What)}:<br><span{Lang(item.Language, language)} dir=\"auto\">{Anchor(item.Title, item.Address)}</span></li>",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "It has no HTML."),
    };

    // For whoever has it read aloud.
    private static string Lang(string code, NotificationLanguage language) => language.Is(code) ? "" : $" lang=\"{Encoded(code)}\"";

    private static string Paragraphs(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{Encoded(line)}</p>"));

    private static string Anchor(string text, Uri address) => $"<a href=\"{Encoded(address.AbsoluteUri)}\">{Encoded(text)}</a>";

    private static string Encoded(string text) => Encoder.Encode(text);
}
