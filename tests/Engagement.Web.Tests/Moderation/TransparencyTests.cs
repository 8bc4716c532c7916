namespace Engagement.Web.Tests.Moderation;

public sealed class TransparencyTests
{
    [Fact]
    public async Task A_small_count_is_said_to_be_small_and_a_month_without_figures_says_why()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("ModeratedForums", Replies.Forums).Data("Transparency", Replies.TransparencyReports);
        using var person = await host.Visit().OpenAsync("/how-we-moderate/transparency");

        person.Texts("tbody th").ShouldBe(["March 2026", "February 2026"]);
        person.Texts("tbody td").Take(3).ShouldBe(["120", "15", "fewer than 10"]);
        person.Texts("tbody td")[^1].ShouldBe("These figures are being checked.");
    }

    [Fact]
    public async Task Without_a_forum_it_says_so()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("ModeratedForums", """{ "forums": { "nodes": [] } }""");
        using var person = await host.Visit().OpenAsync("/how-we-moderate/transparency");

        person.Text(".nothing").ShouldBe("There is no forum yet.");
    }
}
