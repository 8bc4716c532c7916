using Engagement.Web.Tests.Staff;

namespace Engagement.Web.Tests.Preferences;

public sealed class HowSomebodyReads
{
    [Fact]
    public async Task What_is_chosen_counts_for_every_page_and_leads_back()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/preferences?return=%2Fprivacy");

        await person.PressAsync("Save", ("size", "larger"), ("paper", "dark"), ("spacing", "wide"), ("motion", "none"));

        person.Heading.ShouldBe("Privacy");
        person.Document.DocumentElement.ClassName!.Split(' ').ShouldBe(
            ["govuk-template", "reading-size-larger", "reading-paper-dark", "reading-spacing-wide", "reading-motion-none"]);
    }

    [Fact]
    public async Task Everything_goes_back_to_the_usual_at_once()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/preferences");
        await person.PressAsync("Save", ("paper", "dark"));
        await person.OpenAsync("/preferences");

        await person.PressAsync("Put everything back as usual");

        person.Document.DocumentElement.ClassName.ShouldBe("govuk-template");
    }

    [Fact]
    public async Task A_link_speaks_another_language_from_right_to_left_and_staff_pages_stay_in_English()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/privacy");

        await person.OpenAsync(person.Document.QuerySelector("a[hreflang=ar]")!.GetAttribute("href")!);

        person.Document.DocumentElement.GetAttribute("lang").ShouldBe("ar");
        person.Document.DocumentElement.GetAttribute("dir").ShouldBe("rtl");
        person.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!.ShouldContain("site-rtl");

        await person.OpenAsync("/staff");
        person.Document.DocumentElement.GetAttribute("lang").ShouldBe("en-GB");
    }

    [Theory]
    [InlineData("/preferences?return=https%3A%2F%2Felsewhere.example.test", "/")]
    [InlineData("/preferences?return=%2F%2Felsewhere.example.test", "/")]
    [InlineData("/preferences?return=%2Ftrack", "/track")]
    public async Task It_leads_back_to_pages_of_this_site_only(string address, string back)
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(address);

        person.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe(back);
    }

    [Fact]
    public async Task A_language_that_is_not_spoken_is_not_a_page()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/preferences/language/tlh");

        person.Heading.ShouldBe("Page not found");
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        ConsultationReplies.Set(host.GraphQL).Data("StaffMe", StaffPages.Everything);
        return host;
    }
}
