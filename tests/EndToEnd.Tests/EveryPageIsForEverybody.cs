namespace EndToEnd.Tests;

/// <summary>Every page and state, as different people have them on their screens.</summary>
public sealed class EveryPageIsForEverybody(Browser browser) : IClassFixture<Browser>
{
    /// <summary>How much wider the page is than the window. A part that scrolls by itself does not count.</summary>
    private const string Overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_breaks_a_rule_of_accessibility(bool phone)
    {
        var wrong = new List<string>();
        var page = await browser.VisitAsync(phone: phone);

        await new EveryState(browser.Platform, page, async where => wrong.AddRange(await Accessibility.ProblemsAsync(page, where)))
            .WalkAsync($"For everybody {phone}");

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, 100)]
    [InlineData(false, 200)]
    public async Task Nobody_has_to_scroll_sideways_on_a_small_phone_or_with_text_at_twice_the_size(bool phone, int textSize)
    {
        var wrong = new List<string>();
        var page = await browser.VisitAsync(phone: phone);

        await new EveryState(browser.Platform, page, LookAsync).WalkAsync($"Averyverylongwordforaconsultation {textSize}");

        wrong.ShouldBeEmpty();

        async Task LookAsync(string where)
        {
            var pixels = await page.EvaluateAsync<int>($"size => {{ document.documentElement.style.fontSize = `${{size}}%`; return {Overflow}; }}", textSize);
            if (pixels > 0)
                wrong.Add($"{where}: {pixels} pixels too wide");
        }
    }
}
