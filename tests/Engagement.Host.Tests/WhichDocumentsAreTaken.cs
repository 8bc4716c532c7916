using System.Net;
using Engagement.Web.Documents;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>A platform may be set to answer strangers only what our own pages ask.</summary>
public sealed class WhichDocumentsAreTaken : IAsyncLifetime
{
    private const string OfOnesOwn = "{ livePosition }";
    private RunningPlatform _platform = null!;

    public async Task InitializeAsync() => _platform = await RunningPlatform.StartAsync(
        configuration: new Dictionary<string, string?> { ["GraphQL:OnlyKnownDocuments"] = "true" });

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task A_stranger_names_a_document_of_the_pages_and_may_not_send_another()
    {
        var own = await _platform.GraphQL().SendAsync(OfOnesOwn);
        own["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("PERSISTED_DOCUMENT_REQUIRED");

        GraphQLDocument.All.Keys.ShouldContain("Home/Home.graphql");
        using var known = await _platform.Client.GetAsync("/graphql?documentId=Home%2FHome.graphql");
        known.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await known.Content.ReadAsStringAsync()).ShouldStartWith("{\"data\":{\"");
    }

    [Fact]
    public async Task Who_works_here_asks_as_they_like_and_families_do_not()
    {
        (await _platform.GraphQL("participation-officer").DataAsync(OfOnesOwn))["livePosition"].ShouldNotBeNull();
        (await _platform.GraphQL("parent-or-carer").SendAsync(OfOnesOwn))["errors"].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_pages_are_not_concerned()
    {
        using var page = await _platform.Client.GetAsync("/");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
