using Microsoft.Playwright;
using static EndToEnd.Tests.OfficersPages;
using static EndToEnd.Tests.ParentsPages;

namespace EndToEnd.Tests;

/// <summary>The survey of an officer, answered by a parent in their own words.</summary>
internal static class ParentsAnswers
{
    /// <summary>Up to the last question, with the words written and not yet sent on.</summary>
    public static async Task WriteAsync(IPage page, string slug, string words)
    {
        await StartAsync(page, slug);
        await AnswerAsync(page, "Agree");
        await AnswerAsync(page, "Primary");
        await page.GetByRole(AriaRole.Textbox).FillAsync(words);
    }

    /// <summary>From the last question to the receipt, and what is on it.</summary>
    public static async Task<(string Reference, string Secret)> SendAsync(IPage page)
    {
        await ContinueAsync(page);
        await PressAsync(page, "Send my answers");
        return await ReadReceiptAsync(page);
    }
}
