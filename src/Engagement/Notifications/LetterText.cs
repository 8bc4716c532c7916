using System.Text;

namespace Engagement.Notifications;

/// <summary>A message as plain text.</summary>
internal static class LetterText
{
    public static string Of(Letter letter)
    {
        var text = new StringBuilder().Append(letter.Head).Append('\n').Append(letter.From.RunBy).Append("\n\n");
        foreach (var part in letter.Parts)
            text.Append(Of(part)).Append("\n\n");
        // The usual sign that what follows is not the message itself: mail programs fold it away.
        text.Append("-- \n").AppendJoin('\n', letter.Footer.Select(Of)).Append('\n');
        return text.ToString();
    }

    private static string Of(LetterPart part) => part switch
    {
        OwnSentences own => own.Text,
        LetterHeading heading => heading.Text,
        QuotedWords { Label: { } label } quoted => $"{label}:\n{Indented(quoted.Text)}",
        QuotedWords quoted => Indented(quoted.Text),
        LetterFact fact => $"{fact.Label}: {fact.Value}",
        LetterLink link => $"{link.Text}:\n{link.Address.AbsoluteUri}",
        LetterItem item => $"* {item.What}: {item.Title}\n  {item.Address.AbsoluteUri}",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "It has no text."),
    };

    private static string Indented(string text) => $"  {text.ReplaceLineEndings("\n  ")}";
}
