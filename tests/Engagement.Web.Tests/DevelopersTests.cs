namespace Engagement.Web.Tests;

public sealed class DevelopersTests
{
    [Fact]
    public async Task All_that_is_needed_to_check_who_sent_a_webhook_is_on_the_page_with_a_sample_and_code()
    {
        await using var host = await PagesHost.StartAsync();
        using var developer = await host.Visit().OpenAsync("/developers");

        foreach (var header in (string[])["webhook-id", "webhook-timestamp", "webhook-signature"])
            developer.Texts("dt").ShouldContain(header);
        developer.Text("[aria-label='The body of a webhook']").ShouldContain("\"kind\": \"entry.published\"");
        developer.Text("[aria-label='The check of a signature in C#']").ShouldContain("CryptographicOperations.FixedTimeEquals");
        developer.Text("[aria-label='A receiver for Node']").ShouldContain("timingSafeEqual");
        var text = developer.Text("main");
        foreach (var needed in (string[])["HMAC-SHA256", "whsec_", "more than 5 minutes", "For a day after a new secret was made there are two", "within 10 seconds"])
            text.ShouldContain(needed);
    }
}
