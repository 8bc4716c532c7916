using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Forms;

/// <summary>
/// What is refused, in the language of the page. The API refuses in English, in sentences that are keys of the texts. Where one holds a number, {0} stands for it in the key.
/// </summary>
internal static partial class RefusalWords
{
    public static string Refusal(this IStringLocalizer texts, string message)
    {
        var said = texts[message];
        if (!said.ResourceNotFound || Number().Match(message) is not { Success: true } number)
            return said;

        var key = message.Remove(number.Index, number.Length).Insert(number.Index, "{0}");
        return texts[key].ResourceNotFound ? message : texts[key, number.Value];
    }

    [GeneratedRegex(@"\d+(?:,\d{3})*")]
    private static partial Regex Number();
}
