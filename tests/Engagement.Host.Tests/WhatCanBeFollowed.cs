using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Engagement.Forums;
using Engagement.Privacy;
using EventStore;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Each live topic: what is told of it, to whom, and what never is.</summary>
public sealed class WhatCanBeFollowed(LiveStage stage) : IClassFixture<LiveStage>
{
    [Fact]
    public async Task A_consultation_for_the_public_from_when_it_opens_and_its_survey_with_it()
    {
        var draft = await stage.Officer.DraftCompleteAsync(LiveStage.Today);
        await using var officer = await stage.FollowerAsync($"consultation:{draft}", Roles.ParticipationOfficer);
        await using var somebody = await LiveClient.ConnectAsync(stage.Platform.Address);
        (await somebody.RefusedAsync("Follow", $"consultation:{draft}", null)).ShouldBe("AUTH_NOT_AUTHENTICATED");
        (await somebody.RefusedAsync("Follow", $"consultation:{LiveStage.Id("Consultation", Guid.NewGuid())}", null)).ShouldBe(
            "AUTH_NOT_AUTHENTICATED", "a draft is refused like one that is not there");

        await stage.Officer.GraphQL.MutateAsync(
            "openConsultation", new { consultationId = draft, opensOn = LiveStage.Today, closesOn = LiveStage.Today.AddDays(56) }, "consultation");
        (await officer.NextAsync()).Subject.ShouldBe($"consultation/{draft}");
        await stage.Platform.CatchUpAsync();
        await somebody.FollowAsync($"consultation:{draft}", after: null);
        await using var socket = await SubscriptionSocket.ConnectAsync(stage.Platform.Address);
        await socket.SubscribeAsync(
            "one", "subscription($id: ID!) { consultationChanged(id: $id, after: 0) { kind position consultation { id state } } }", new { id = draft });
        Data(await socket.NextAsync())["consultationChanged"]!["consultation"]!["state"]!.GetValue<string>().ShouldBe("OPEN");
        var wave = await stage.Officer.GraphQL.MutateAsync(
            "openWave", new { consultationId = draft, instrumentId = await stage.Officer.PublishSurveyAsync() }, "wave", "id");

        var heard = await somebody.NextAsync();
        heard.Subject.ShouldBe($"wave/{wave["id"]!.GetValue<string>()}");
        heard.Content["topic"]!.GetValue<string>().ShouldBe($"consultation:{draft}");
        Data(await socket.NextAsync())["consultationChanged"]!["kind"]!.GetValue<string>().ShouldBe("wave");
    }

    [Fact]
    public async Task A_topic_of_a_forum_without_what_was_never_shown_and_with_what_is_taken_back()
    {
        var topic = await stage.PublishTopicAsync();
        var name = $"topic:{LiveStage.Id("Topic", topic)}";
        await using var client = await stage.FollowerAsync(name);
        await using var socket = await SubscriptionSocket.ConnectAsync(stage.Platform.Address);
        await socket.SubscribeAsync("one", "subscription($id: ID!) { topicChanged(id: $id, after: 0) { kind changedId } }", new { id = LiveStage.Id("Topic", topic) });
        Data(await socket.NextAsync())["topicChanged"]!["kind"]!.GetValue<string>().ShouldBe("topic");

        var (refused, _) = await stage.PostAsync(topic);
        await stage.Get<ModerationCommands>().RefuseAsync(
            new RefuseContribution(refused, RefusalReason.Abusive, "It insults a group of people"), LiveStage.OfficerContext, default);
        var (shown, author) = await stage.PostAsync(topic);
        await stage.ReleaseAsync(shown);
        (await client.NextAsync()).Subject.ShouldBe($"contribution/{LiveStage.Id("Contribution", shown)}", "what was refused is not told");
        Data(await socket.NextAsync())["topicChanged"]!["changedId"]!.GetValue<string>().ShouldBe(LiveStage.Id("Contribution", shown));

        await stage.Get<ContributionCommands>().WithdrawAsync(new WithdrawContribution(shown), author, default);
        (await client.NextAsync()).Subject.ShouldBe($"contributionRemoved/{LiveStage.Id("Contribution", shown)}");
    }

    [Fact]
    public async Task What_was_withdrawn_or_erased_meanwhile_is_not_sent_to_whoever_never_saw_it()
    {
        var topic = await stage.PublishTopicAsync();
        var name = $"topic:{LiveStage.Id("Topic", topic)}";
        await using var witness = await stage.FollowerAsync(name);
        var (first, firstAuthor) = await stage.PostAsync(topic);
        var (second, secondAuthor) = await stage.PostAsync(topic);
        await stage.Platform.CatchUpAsync();
        await using var early = await LiveClient.ConnectAsync(stage.Platform.Address);
        var before = await early.FollowAsync(name, after: null);
        await stage.ReleaseAsync(first);
        await witness.NextAsync();
        await stage.ReleaseAsync(second);
        var between = (await witness.NextAsync()).Position;

        await stage.Get<ContributionCommands>().WithdrawAsync(new WithdrawContribution(first), firstAuthor, default);
        await witness.NextAsync();
        await using (var session = stage.Get<DocumentStore>().LightweightSession())
        {
            session.Events.StartStream<ErasureCase>(Guid.NewGuid(), new SubjectKeyDestroyed(secondAuthor.ActorId!.Value, "proof", null));
            await session.SaveChangesAsync();
        }

        (await witness.NextAsync()).Subject.ShouldBe($"contributionRemoved/{LiveStage.Id("Contribution", second)}");
        var (third, _) = await stage.PostAsync(topic);
        await stage.ReleaseAsync(third);
        await witness.NextAsync();

        await using var neverSaw = await stage.FollowerAsync(name, after: before);
        (await neverSaw.NextAsync()).Subject.ShouldBe($"contribution/{LiveStage.Id("Contribution", third)}");
        await using var sawBoth = await stage.FollowerAsync(name, after: between);
        (await sawBoth.NextAsync()).Subject.ShouldBe($"contributionRemoved/{LiveStage.Id("Contribution", first)}");
        (await sawBoth.NextAsync()).Subject.ShouldBe($"contributionRemoved/{LiveStage.Id("Contribution", second)}");
    }

    [Fact]
    public async Task A_journey_for_whoever_holds_its_receipt_and_the_board_of_loops_for_those_who_may_read_it()
    {
        var consultation = await stage.Officer.OpenConsultationAsync(LiveStage.Today);
        var others = await Submissions.SendAsync(stage.Public, consultation.WaveId, Guid.NewGuid().ToString());
        var receipt = await Submissions.SendAsync(stage.Public, consultation.WaveId, Guid.NewGuid().ToString());
        var (reference, secret) = (receipt["reference"]!.GetValue<string>(), receipt["secret"]!.GetValue<string>());
        await using var person = await LiveClient.ConnectAsync(stage.Platform.Address);
        (await person.RefusedAsync("FollowJourney", reference, others["secret"]!.GetValue<string>(), null)).ShouldBe("RECEIPT_NOT_FOUND");
        (await person.RefusedAsync("FollowJourney", null, null, null)).ShouldBe("RECEIPT_NOT_FOUND");
        (await person.RefusedAsync("Follow", $"journey:{reference}", null)).ShouldBe("TOPIC_UNKNOWN");
        (await person.RefusedAsync("Follow", $"loops:{consultation.Id}", null)).ShouldBe("AUTH_NOT_AUTHENTICATED");
        await stage.Platform.CatchUpAsync();
        await person.InvokeAsync("FollowJourney", reference.ToLowerInvariant(), secret, null);
        await using var board = await stage.FollowerAsync($"loops:{consultation.Id}", Roles.Commissioner);
        await using var stream = await SubscriptionStream.OpenAsync(
            stage.Platform.Client,
            "subscription($reference: String!, $secret: String!) { journeyChanged(reference: $reference, secret: $secret, after: 0) { journey { steps { kind at } } } }",
            new { reference, secret });

        var (_, theme) = await stage.Officer.CodeNewestViewAsync(consultation.Id);
        var coded = await person.NextAsync();
        (coded.Name, coded.Subject).ShouldBe(("changed", $"journey/{reference}"));
        coded.Content.ToJsonString().ShouldNotContain(secret);
        await ReachAsync(stream, "GROUPED");

        var loop = await stage.Officer.PublishWeWillAsync(theme, LiveStage.Today);
        (await board.NextAsync()).Subject.ShouldBe($"loop/{loop.Id}");
        (await person.NextAsync()).Subject.ShouldBe($"journey/{reference}", "what becomes of its theme becomes of it");
        await ReachAsync(stream, "PUBLISHED");
    }

    [Fact]
    public async Task Figures_and_the_workbench_for_staff_some_changes_in_one_update()
    {
        var consultation = await stage.Officer.OpenConsultationAsync(LiveStage.Today);
        await using var somebody = await LiveClient.ConnectAsync(stage.Platform.Address);
        (await somebody.RefusedAsync("Follow", $"metrics:{consultation.Id}", null)).ShouldBe("AUTH_NOT_AUTHENTICATED");
        (await somebody.RefusedAsync("Follow", "workbench", null)).ShouldBe("AUTH_NOT_AUTHENTICATED");
        await using var parent = await LiveClient.ConnectAsync(stage.Platform.Address, Roles.ParentOrCarer);
        (await parent.RefusedAsync("Follow", $"metrics:{consultation.Id}", null)).ShouldBe("AUTH_NOT_AUTHORIZED", "there are no live public counters");
        await using var refused = await SubscriptionSocket.ConnectAsync(stage.Platform.Address, Roles.ParentOrCarer);
        await refused.SubscribeAsync("one", "subscription($id: ID!) { metricsChanged(consultationId: $id) { position } }", new { id = consultation.Id });
        (await refused.NextAsync())["payload"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("AUTH_NOT_AUTHORIZED");
        await using var analyst = await stage.FollowerAsync($"metrics:{consultation.Id}", Roles.Analyst);
        await using var officer = await stage.FollowerAsync("workbench", Roles.ParticipationOfficer);
        await using var socket = await SubscriptionSocket.ConnectAsync(stage.Platform.Address, Roles.Analyst);
        await socket.SubscribeAsync(
            "one", "subscription($id: ID!) { metricsChanged(consultationId: $id) { position metrics { responses } } }", new { id = consultation.Id });

        for (var i = 0; i < 3; i++)
            await Submissions.SendAsync(stage.Public, consultation.WaveId, Guid.NewGuid().ToString());

        (await officer.NextAsync()).Subject.ShouldBe("workbench/workbench");
        (await analyst.NextAsync()).Subject.ShouldBe($"metrics/{consultation.Id}");
        Data(await socket.NextAsync())["metricsChanged"]!["metrics"]!["responses"]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_name_that_is_none_and_more_topics_than_a_connection_may_follow_are_refused_with_a_code()
    {
        await using var client = await LiveClient.ConnectAsync(stage.Platform.Address, Roles.ParticipationOfficer);
        (await client.RefusedAsync("Follow", "consultation", null)).ShouldBe("TOPIC_UNKNOWN");
        (await client.RefusedAsync("Follow", "entries:everything", null)).ShouldBe("TOPIC_UNKNOWN");
        (await client.RefusedAsync("Follow", "loops:", null)).ShouldBe("ID_INVALID");
        (await client.RefusedAsync("Follow", $"loops:{Guid.NewGuid()}", null)).ShouldBe("ID_INVALID");
        (await client.RefusedAsync("Follow", $"loops:{LiveStage.Id("Loop", Guid.NewGuid())}", null)).ShouldBe("ID_INVALID");
        (await client.RefusedAsync("FollowJourney", "one argument")).ShouldBe("INVOCATION_INVALID");

        string[] names = [.. Enumerable.Range(0, 20).Select(_ => $"loops:{LiveStage.Id("Consultation", Guid.NewGuid())}")];
        foreach (var name in names)
            await client.FollowAsync(name, after: null);
        (await client.RefusedAsync("Follow", "entries", null)).ShouldBe("TOPICS_TOO_MANY");
        (await client.InvokeAsync("Unfollow", names[0]))!.GetValue<bool>().ShouldBeTrue();
        (await client.InvokeAsync("Unfollow", names[0]))!.GetValue<bool>().ShouldBeFalse();
        await client.FollowAsync("entries", after: null);
    }

    private static JsonNode Data(JsonObject message) => message["payload"]?["data"] ?? throw new InvalidOperationException(message.ToJsonString());

    /// <summary>Listens until a step has been reached: those before may come one by one or together.</summary>
    private static async Task ReachAsync(SubscriptionStream stream, string step)
    {
        while (true)
        {
            var (_, result) = await stream.NextAsync();
            var steps = result!["data"]!["journeyChanged"]!["journey"]!["steps"]!.AsArray();
            if (steps.Any(reached => reached!["kind"]!.GetValue<string>() == step && reached["at"] is not null))
                return;
        }
    }
}
