using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using GraphQL.Data;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Administrators look after all webhooks, and a program with the scope after its own.</summary>
public sealed class WebhooksThroughTheApi(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>
{
    private const string Address = "https://receiver.example.test/hook";

    private static readonly string[] Kinds = ["consultation.opened"];

    [Fact]
    public async Task An_administrator_sets_one_up_changes_it_and_takes_it_away()
    {
        var platform = await platforms.WithAsync();
        var administrator = platform.GraphQL(Roles.Administrator);
        var made = await administrator.MutateAsync("createWebhook", new { name = "The dashboard", address = Address, kinds = Kinds }, "createdWebhook", "secret webhook { id state kinds isOfProgram }");
        made["secret"]!.GetValue<string>().ShouldStartWith("whsec_");
        var webhookId = made["webhook"]!["id"]!.GetValue<string>();
        (made["webhook"]!["state"]!.GetValue<string>(), made["webhook"]!["isOfProgram"]!.GetValue<bool>()).ShouldBe(("UNCONFIRMED", false));

        (await administrator.RefusedAsync("changeWebhook", new { webhookId, name = "The dashboard", address = "https://192.168.0.1/", kinds = Kinds })).Code.ShouldBe("ADDRESS_NOT_ALLOWED");
        await administrator.MutateAsync("changeWebhook", new { webhookId, name = "The board", address = Address, kinds = new[] { "entry.published" } }, "webhook", "id");
        (await administrator.RefusedAsync("pauseWebhook", new { webhookId })).Code.ShouldBe("WEBHOOK_UNCONFIRMED");
        (await administrator.RefusedAsync("resumeWebhook", new { webhookId })).Code.ShouldBe("WEBHOOK_UNCONFIRMED");
        (await administrator.RefusedAsync("redeliverWebhookSince", new { webhookId, since = "2026-01-01T00:00:00Z", takenToo = true })).Code.ShouldBe("WEBHOOK_OFF");
        var rotated = await administrator.MutateAsync("rotateWebhookSecret", new { webhookId }, "newWebhookSecret", "secret webhook { secrets { number endsAt } }");
        rotated["secret"]!.GetValue<string>().ShouldNotBe(made["secret"]!.GetValue<string>());
        rotated["webhook"]!["secrets"]!.AsArray().Select(secret => secret!["number"]!.GetValue<int>()).ShouldBe([2, 1]);
        await administrator.MutateAsync("sendWebhookTest", new { webhookId }, "webhook", "id");

        // The name leads nowhere, so the test ends with what came of it.
        JsonNode? delivery = null;
        await Eventually.TrueAsync(async () =>
        {
            var shown = await administrator.DataAsync(
                "query($id: ID!) { webhookDeliveries(webhookId: $id, kind: \"webhook.test\") { nodes { id kind state nextTryAt log { problem status answer } webhook { id lastTest { id } } } } }", new { id = webhookId });
            delivery = shown["webhookDeliveries"]!["nodes"]!.AsArray().SingleOrDefault();
            return delivery?["state"]!.GetValue<string>() == "FAILED";
        });
        delivery!["log"]!.AsArray().ShouldHaveSingleItem();
        delivery["webhook"]!["lastTest"]!["id"]!.GetValue<string>().ShouldBe(delivery["id"]!.GetValue<string>());
        (await administrator.RefusedAsync("redeliverWebhook", new { deliveryId = delivery["id"]!.GetValue<string>() })).Code.ShouldBe("DELIVERY_IS_TEST");

        await administrator.MutateAsync("deleteWebhook", new { webhookId }, "deletedWebhook", "id");
        (await CodeAsync(administrator, "query($id: ID!) { webhook(id: $id) { id } }", new { id = webhookId })).ShouldBe("AUTH_NOT_AUTHORIZED", "as for one that was never there");
    }

    [Fact]
    public async Task A_program_sees_and_changes_its_own_and_no_others()
    {
        var platform = await platforms.WithAsync();
        var one = await ProgramAsync(platform, "webhooks.manage");
        var other = await ProgramAsync(platform, "webhooks.manage");
        var mine = await one.MutateAsync("createWebhook", new { name = "Mine", address = Address, kinds = Kinds }, "createdWebhook", "secret webhook { id isOfProgram }");
        var webhookId = mine["webhook"]!["id"]!.GetValue<string>();
        mine["webhook"]!["isOfProgram"]!.GetValue<bool>().ShouldBeTrue();

        (await NamesAsync(one)).ShouldBe(["Mine"]);
        (await NamesAsync(other)).ShouldBeEmpty();
        (await NamesAsync(platform.GraphQL(Roles.Administrator))).ShouldContain("Mine");
        foreach (var field in new[] { "pauseWebhook", "deleteWebhook", "rotateWebhookSecret", "sendWebhookTest" })
            (await CodeAsync(other, $"mutation($input: {char.ToUpperInvariant(field[0])}{field[1..]}Input!) {{ {field}(input: $input) {{ __typename }} }}", new { input = new { webhookId } })).ShouldBe("AUTH_NOT_AUTHORIZED", field);
        (await other.SendAsync("query($id: ID!) { webhook(id: $id) { secrets { number } } }", new { id = webhookId }))["data"]!["webhook"].ShouldBeNull();
        await one.MutateAsync("sendWebhookTest", new { webhookId }, "webhook", "id");
        (await one.DataAsync("{ webhooksMayStayHere }"))["webhooksMayStayHere"].ShouldNotBeNull();
        (await one.DataAsync("query($id: ID!) { webhookDeliveries(webhookId: $id) { nodes { kind log { status } webhook { name } } } }", new { id = webhookId }))["webhookDeliveries"]!["nodes"]!.AsArray().ShouldHaveSingleItem();
        (await CodeAsync(other, "query($id: ID!) { webhookDeliveries(webhookId: $id) { nodes { kind } } }", new { id = webhookId })).ShouldBe("AUTH_NOT_AUTHORIZED");
        await one.MutateAsync("deleteWebhook", new { webhookId }, "deletedWebhook", "id");
    }

    [Fact]
    public async Task Without_the_scope_a_program_has_none_and_what_there_is_to_be_told_of_is_for_everybody()
    {
        var platform = await platforms.WithAsync();

        (await CodeAsync(await ProgramAsync(platform, "data.export"), "{ webhooks { nodes { id } } }", null)).ShouldBe("AUTH_NOT_AUTHORIZED");
        (await CodeAsync(platform.GraphQL(Roles.ParticipationOfficer), "{ webhooks { nodes { id } } }", null)).ShouldBe("AUTH_NOT_AUTHORIZED");
        var kinds = (await platform.GraphQL().DataAsync("{ webhookKinds { name meaning sample schema } }"))["webhookKinds"]!.AsArray();
        kinds.Count.ShouldBeGreaterThan(10);
        foreach (var kind in kinds)
        {
            JsonNode.Parse(kind!["sample"]!.GetValue<string>())!["kind"]!.GetValue<string>().ShouldBe(kind["name"]!.GetValue<string>());
            JsonNode.Parse(kind["schema"]!.GetValue<string>())!["title"]!.GetValue<string>().ShouldBe(kind["name"]!.GetValue<string>());
        }
    }

    [Fact]
    public void Ids_that_are_sent_are_those_of_the_API() =>
        Engagement.Webhooks.WebhookMessage.OfTest(Guid.Empty, Guid.Empty, "https://x.test", DateTimeOffset.UnixEpoch).Body.ShouldContain(NodeId.Encode("Webhook", Guid.Empty));

    private static async Task<GraphQLClient> ProgramAsync(RunningPlatform platform, string scope)
    {
        var made = await platform.GraphQL(Roles.Administrator).MutateAsync("createApiKey", new { name = "Client", scopes = new[] { scope } }, "createdApiKey", "secret");
        var http = new HttpClient { BaseAddress = platform.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made["secret"]!.GetValue<string>());
        return new GraphQLClient(http, role: null);
    }

    private static async Task<IEnumerable<string>> NamesAsync(GraphQLClient client) =>
        (await client.DataAsync("{ webhooks { nodes { name } } }"))["webhooks"]!["nodes"]!.AsArray().Select(one => one!["name"]!.GetValue<string>());

    private static async Task<string> CodeAsync(GraphQLClient client, string document, object? variables) =>
        (await client.SendAsync(document, variables))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();
}
