namespace Engagement.Web.Tests.Figures;

public sealed class FiguresTests
{
    [Fact]
    public async Task A_table_names_questions_and_answers_as_people_read_them_and_says_why_a_number_is_hidden()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"/figures/{Replies.ReleaseId}");

        person.Texts("h2")[0].ShouldBe("I know who to speak to: Parents and carers");
        person.Texts("h2")[1].ShouldBe("I know who to speak to by district: Parents and carers");
        person.Texts("tbody th").ShouldBe(["Agree", "Disagree"]);
        person.Texts("tbody td").ShouldBe(["110 92%", "Hidden"]);
        person.Html.ShouldContain("Hidden: the number is so small");
        person.Html.ShouldContain("Few people answered");
    }

    [Fact]
    public async Task A_table_that_cannot_be_shown_says_why()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"/figures/{Replies.ReleaseId}");

        person.Texts(".govuk-inset-text").ShouldContain("This table is not shown. Too few people answered.");
    }

    [Fact]
    public async Task Figures_that_are_not_published_have_no_page()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Release", """{ "release": null }""");
        using var person = await host.Visit().OpenAsync($"/figures/{Replies.ReleaseId}");

        person.Heading.ShouldBe("Page not found");
    }

    [Theory]
    [InlineData("/figures", "No figures have been published yet.")]
    [InlineData("/figures?search=bus", "No published figures match what you look for.")]
    public async Task No_figures_yet_and_none_like_that_are_told_apart(string address, string says)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Releases", """{ "releases": { "nodes": [], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""");
        using var person = await host.Visit().OpenAsync(address);

        person.Text(".nothing").ShouldStartWith(says);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Releases", Replies.Releases).Data("Release", Replies.Release);
        return host;
    }
}
