using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using GraphQL.Data;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.People;

/// <summary>Ending sessions and giving keys through GraphQL alone.</summary>
public sealed class SessionsAndKeysThroughTheApi(PeopleSpec.Given given) : PeopleSpec(given)
{
    [Fact]
    public async Task Keys_are_made_shown_once_and_revoked()
    {
        var administrator = Platform.GraphQL(Roles.Administrator);
        (await administrator.RefusedAsync("createApiKey", new { name = "Website", scopes = new[] { "views.read" } })).Code.ShouldBe("SCOPE_UNKNOWN");
        (await administrator.RefusedAsync("createApiKey", new { name = "Website", scopes = new[] { "metrics.read" }, days = 400 })).Code.ShouldBe("DAYS_INVALID");
        var made = await administrator.MutateAsync("createApiKey", new { name = "Website", scopes = new[] { "metrics.read" } }, "createdApiKey", "secret key { id isGood scopes }");
        var (id, secret) = (made["key"]!["id"]!.GetValue<string>(), made["secret"]!.GetValue<string>());
        await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "{ me { role permissions } }" }).ToUrl("/graphql");
            s.WithRequestHeader("Authorization", $"Bearer {secret}");
            s.ContentShouldContain("metrics.read");
        });

        var listed = await administrator.DataAsync("{ apiKeys { nodes { id name lastUsedAt } } }");
        listed["apiKeys"]!["nodes"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == id)!["lastUsedAt"].ShouldNotBeNull();
        listed.ToJsonString().ShouldNotContain(secret.Split('_', 3)[2]);
        (await administrator.MutateAsync("revokeApiKey", new { id }, "apiKey", "isGood"))["isGood"]!.GetValue<bool>().ShouldBeFalse();
        await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "{ me { role } }" }).ToUrl("/graphql");
            s.WithRequestHeader("Authorization", $"Bearer {secret}");
            s.StatusCodeShouldBe(401);
        });
    }

    [Fact]
    public async Task People_end_their_own_sessions_and_the_privacy_officer_those_of_somebody_else()
    {
        using var here = await Platform.Browser().BeAsync(Roles.Analyst, "sessions");
        using var there = await Platform.Browser().BeAsync(Roles.Analyst, "sessions");
        var me = await AskAsync(here, "{ me { person { id } sessions { id isCurrent device } } }");
        var other = me["data"]!["me"]!["sessions"]!.AsArray().Single(one => !one!["isCurrent"]!.GetValue<bool>())!["id"]!.GetValue<string>();

        var left = await AskAsync(here, $"mutation {{ endMySession(input: {{ sessionId: \"{other}\" }}) {{ openSessions {{ sessions {{ isCurrent }} }} }} }}");
        left["data"]!["endMySession"]!["openSessions"]!.ToJsonString().ShouldBe("""{"sessions":[{"isCurrent":true}]}""");
        (await AskAsync(there, "{ me { signedIn } }"))["data"]!["me"]!["signedIn"]!.GetValue<bool>().ShouldBeFalse();

        var personId = me["data"]!["me"]!["person"]!["id"]!.GetValue<string>();
        await IsReachedAsync(Platform.GraphQL(Roles.ParticipationOfficer), false, "mutation($id: ID!) { endSessionsOf(input: { personId: $id }) { endedSessions { count } } }", new { id = personId });
        (await Platform.GraphQL(Roles.PrivacyOfficer).MutateAsync("endSessionsOf", new { personId }, "endedSessions", "count"))["count"]!.GetValue<int>().ShouldBe(1);
        (await AskAsync(here, "{ me { signedIn } }"))["data"]!["me"]!["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_does_it_once_and_another_request_with_it_is_refused()
    {
        var administrator = Platform.GraphQL(Roles.Administrator);
        object Website(string name) => new { name, scopes = new[] { "metrics.read" }, idempotencyKey = "make a key once" };
        var made = await administrator.MutateAsync("createApiKey", Website("Once"), "createdApiKey", "secret key { id }");
        var again = await administrator.MutateAsync("createApiKey", Website("Once"), "createdApiKey", "secret key { id }");
        again.ToJsonString().ShouldBe(made.ToJsonString());
        (await administrator.RefusedAsync("createApiKey", Website("Another"))).Code.ShouldBe("IDEMPOTENCY_KEY_REUSED");
        await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "{ me { permissions } }" }).ToUrl("/graphql");
            s.WithRequestHeader("Authorization", $"Bearer {again["secret"]!.GetValue<string>()}");
            s.ContentShouldContain("metrics.read");
        });

        var id = made["key"]!["id"]!.GetValue<string>();
        var revoked = await administrator.MutateAsync("revokeApiKey", new { id, idempotencyKey = "revoke it once" }, "apiKey", "revokedAt");
        (await administrator.MutateAsync("revokeApiKey", new { id, idempotencyKey = "revoke it once" }, "apiKey", "revokedAt")).ToJsonString().ShouldBe(revoked.ToJsonString());
        (await administrator.RefusedAsync("revokeApiKey", new { id = NodeId.Encode("ApiKey", Guid.NewGuid()), idempotencyKey = "revoke it once" })).Code.ShouldBe("IDEMPOTENCY_KEY_REUSED");
    }

    [Fact]
    public async Task Ending_sessions_again_with_the_same_key_ends_none_that_began_since()
    {
        using var before = await Platform.Browser().BeAsync(Roles.Verifier, "ended once");
        var personId = (await AskAsync(before, "{ me { person { id } } }"))["data"]!["me"]!["person"]!["id"]!.GetValue<string>();
        var officer = Platform.GraphQL(Roles.PrivacyOfficer);
        (await officer.MutateAsync("endSessionsOf", new { personId, idempotencyKey = "end them once" }, "endedSessions", "count"))["count"]!.GetValue<int>().ShouldBe(1);
        using var since = await Platform.Browser().BeAsync(Roles.Verifier, "ended once");

        (await officer.MutateAsync("endSessionsOf", new { personId, idempotencyKey = "end them once" }, "endedSessions", "count"))["count"]!.GetValue<int>().ShouldBe(1);

        (await AskAsync(since, "{ me { signedIn } }"))["data"]!["me"]!["signedIn"]!.GetValue<bool>().ShouldBeTrue();
        (await officer.RefusedAsync("endSessionsOf", new { personId = NodeId.Encode("Person", Guid.NewGuid()), idempotencyKey = "end them once" })).Code.ShouldBe("IDEMPOTENCY_KEY_REUSED");
    }

    private async Task<JsonNode> AskAsync(Browser browser, string query)
    {
        var result = await Platform.Scenario(s =>
        {
            s.Post.Json(new { query }).ToUrl("/graphql");
            s.WithRequestHeader("Cookie", browser.Cookies);
        });
        return JsonNode.Parse(result.ReadAsText())!;
    }
}
