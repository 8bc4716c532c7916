using System.Security.Claims;
using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Engagement.Host.Tests.People;
using Engagement.Measures;
using GraphQL.Data;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The table of roles against the running platform: every role and every operation, also by ids and by way of other things.</summary>
public sealed class WhoMayDoWhat(WhoMayDoWhat.Given given) : IClassFixture<WhoMayDoWhat.Given>
{
    private const string NotSignedIn = "AUTH_NOT_AUTHENTICATED";
    private const string NotAllowed = "AUTH_NOT_AUTHORIZED";

    public static TheoryData<string?> Everybody { get; } = [null, .. Roles.All];

    private SchemaDefinition Schema => given.Platform.Services.GetRequiredService<SchemaDefinition>();

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Every_operation_is_answered_or_refused_as_the_table_says(string? role)
    {
        var operations = new Operations(Schema, given.Ids);
        foreach (var (operation, field) in operations.All)
        {
            var answer = await given.Platform.GraphQL(role).SendAsync(operations.Document(operation, field));

            if (Expected(role, field.Authorization) is { } code)
            {
                Codes(answer).ShouldBe([code], $"{role} {field.Name}: {answer}");
                answer["data"]?[field.Name].ShouldBeNull($"{role} {field.Name}");
            }
            else
            {
                Codes(answer).ShouldNotContain(one => one.StartsWith("AUTH_", StringComparison.Ordinal), $"{role} {field.Name}: {answer}");
                Codes(answer).ShouldAllBe(one => one != "INTERNAL", $"{role} {field.Name}: {answer}");
            }
        }
    }

    [Fact]
    public async Task What_is_refused_changes_nothing()
    {
        var operations = new Operations(Schema, given.Ids);
        var before = await EventsAsync();

        foreach (var role in new[] { null, Roles.YoungPerson, Roles.SafeguardingLead })
        {
            foreach (var (operation, field) in operations.All.Where(one => Expected(role, one.Field.Authorization) is not null))
                await given.Platform.GraphQL(role).SendAsync(operations.Document(operation, field));
        }

        (await EventsAsync()).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Every_node_is_given_or_refused_as_the_table_says_by_its_id(string? role)
    {
        foreach (var type in Schema.GetPossibleTypes(Schema.GetType("Node")!))
        {
            var id = given.Ids[type.Name == "Contribution" ? "forumContributionId" : char.ToLowerInvariant(type.Name[0]) + type.Name[1..] + "Id"];
            var selection = new Operations(Schema, given.Ids).Selection(type).Trim('{', '}');
            var answer = await given.Platform.GraphQL(role).SendAsync(
                $"query($id: ID!) {{ node(id: $id) {{ __typename ... on {type.Name} {{ {selection} }} }} nodes(ids: [$id]) {{ __typename }} }}", new { id });

            if (Expected(role, type.Fields["id"].Authorization) is { } code)
            {
                Codes(answer).Distinct().ShouldBe([code], $"{role} {type.Name}: {answer}");
                answer["data"]?["node"].ShouldBeNull($"{role} {type.Name}");
            }
            else
            {
                Codes(answer).ShouldBeEmpty($"{role} {type.Name}: {answer}");
                if (type.Name == "OwnContribution" && role != Roles.ParentOrCarer)
                {
                    answer["data"]!["node"].ShouldBeNull($"{role}: it is its author's");
                    answer["data"]!["nodes"]![0].ShouldBeNull();
                    continue;
                }

                answer["data"]!["node"]!["__typename"]!.GetValue<string>().ShouldBe(type.Name);
                answer["data"]!["nodes"]![0]!["__typename"]!.GetValue<string>().ShouldBe(type.Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task A_draft_is_not_told_from_what_is_not_there(string? role)
    {
        var maySee = new Dictionary<string, bool>
        {
            ["Consultation"] = Roles.Allows(role, Permissions.ReadDrafts),
            ["Instrument"] = Roles.Allows(role, Permissions.EditSurveys),
        };
        foreach (var (type, isShown) in maySee)
        {
            var draft = await NodesAsync(role, given.Ids[$"draft{type}Id"]);
            var nothing = await NodesAsync(role, NodeId.Encode(type, Guid.CreateVersion7()));

            if (isShown)
                draft["data"]!["node"]!["id"]!.GetValue<string>().ShouldBe(given.Ids[$"draft{type}Id"]);
            else
                draft.ToJsonString().ShouldBe(nothing.ToJsonString());
        }

        var byEntry = await given.Platform.GraphQL(role).DataAsync(
            "query($slug: String!) { entryBySlug(slug: $slug) { slug consultation { title } } }", new { slug = given.Ids["entryOfDraft"] });
        (byEntry["entryBySlug"]!["consultation"] is not null).ShouldBe(maySee["Consultation"], "by way of a published entry");
    }

    [Fact]
    public async Task By_way_of_a_thing_that_may_be_read_no_other_is_not_even_counted()
    {
        given.Principals.Change(Roles.Analyst, new Claim(ClaimTypes.Role, Roles.Analyst), new Claim("scope", Permissions.ReadViews));

        var answer = await given.Platform.GraphQL(Roles.Analyst).SendAsync(
            "query($id: ID!) { views(consultationId: $id) { nodes { text themes { __typename } } } }", new { id = given.Ids["consultationId"] });

        Codes(answer).Distinct().ShouldBe([NotAllowed]);
        answer.ToJsonString().ShouldNotContain("\"Theme\"");
        given.Principals.Change(Roles.Analyst, new Claim(ClaimTypes.Role, Roles.Analyst));
    }

    [Fact]
    public async Task The_result_of_a_command_is_not_a_way_round_the_permission_to_read()
    {
        given.Principals.Change(Roles.Analyst, new Claim(ClaimTypes.Role, Roles.Analyst), new Claim("scope", Permissions.CodeViews));

        var answer = await given.Platform.GraphQL(Roles.Analyst).SendAsync(
            "mutation($view: ID!, $theme: ID!) { codeView(input: { viewId: $view, themeId: $theme }) { view { __typename text } } }",
            new { view = given.Ids["viewId"], theme = given.Ids["themeId"] });

        Codes(answer).ShouldBe([NotAllowed]);
        answer["data"]!["codeView"]!["view"].ShouldBeNull();
        given.Principals.Change(Roles.Analyst, new Claim(ClaimTypes.Role, Roles.Analyst));
    }

    [Fact]
    public async Task Who_holds_several_roles_may_do_what_any_of_them_may()
    {
        given.Principals.Change(Roles.Verifier, new Claim(ClaimTypes.Role, Roles.Verifier), new Claim(ClaimTypes.Role, Roles.PrivacyOfficer));

        var answer = await given.Platform.GraphQL(Roles.Verifier).SendAsync(
            "query($id: ID!) { accessLog { totalCount } themes(consultationId: $id) { nodes { title } } }", new { id = given.Ids["consultationId"] });

        Codes(answer).ShouldBeEmpty();
        given.Principals.Change(Roles.Verifier, new Claim(ClaimTypes.Role, Roles.Verifier));
    }

    [Fact]
    public async Task A_role_that_was_taken_away_is_gone_at_the_next_request_and_an_ended_session_is_nobodys()
    {
        const string Document = "query($id: ID!) { views(consultationId: $id) { totalCount } }";
        var analyst = given.Platform.GraphQL(Roles.Analyst);
        Codes(await analyst.SendAsync(Document, new { id = given.Ids["consultationId"] })).ShouldBeEmpty();

        given.Principals.Change(Roles.Analyst, new Claim(ClaimTypes.Role, Roles.Commissioner));
        Codes(await analyst.SendAsync(Document, new { id = given.Ids["consultationId"] })).ShouldBe([NotAllowed]);

        given.Principals.End(Roles.Analyst);
        Codes(await analyst.SendAsync(Document, new { id = given.Ids["consultationId"] })).ShouldBe([NotSignedIn]);
        given.Principals.Change(Roles.Analyst, new Claim(ClaimTypes.Role, Roles.Analyst));
    }

    // The one forum there is belongs to the council and names nobody, so those who may only do something in other spaces are refused.
    private static readonly HashSet<(string? Role, string? Permission)> OutOfReach =
    [
        (Roles.PactForumCoordinator, Permissions.RunForums), (Roles.PactForumCoordinator, Permissions.Moderate), (Roles.YouthFacilitator, Permissions.Moderate),
    ];

    private static string? Expected(string? role, AuthorizationRequirement? rule) => rule switch
    {
        { AllowAnonymous: true } => null,
        _ when role is null => NotSignedIn,
        { Permission: var permission } when OutOfReach.Contains((role, permission)) => NotAllowed,

        // A program without scopes may do nothing.
        { Permission: { } permission } when role != Roles.ApiClient && Roles.Allows(role, permission) => null,
        _ => NotAllowed,
    };

    private static List<string> Codes(JsonObject answer) =>
        [.. (answer["errors"]?.AsArray() ?? []).Select(error => error!["extensions"]!["code"]!.GetValue<string>())];

    private Task<JsonObject> NodesAsync(string? role, string id) =>
        given.Platform.GraphQL(role).SendAsync("query($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { id } }", new { id });

    private async Task<long> EventsAsync()
    {
        await using var source = NpgsqlDataSource.Create(given.Platform.ConnectionString);
        await using var count = source.CreateCommand("select count(*) from mt_events");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>A platform with one of each thing.</summary>
    public sealed class Given : IAsyncLifetime
    {
        private readonly Dictionary<string, string> _ids = [];

        internal KnownPrincipals Principals { get; } = new();

        internal IReadOnlyDictionary<string, string> Ids => _ids;

        internal RunningPlatform Platform { get; private set; } = null!;

        private static DateOnly Today => Officer.Today;

        public async Task InitializeAsync()
        {
            Platform = await RunningPlatform.StartAsync(
                // Everybody asks everything, from one address.
                configuration: new Dictionary<string, string?> { ["Pdf:Chromium"] = "none" },
                services: services => services.AddSingleton<IPrincipals>(Principals));
            var officer = new Officer(Platform);
            var consultation = await officer.OpenConsultationAsync(Today);
            _ids["receipt"] = (await Submissions.SendAsync(Platform.GraphQL(), consultation.WaveId, "one"))["reference"]!.GetValue<string>();
            await Submissions.SendAsync(Platform.GraphQL(), consultation.WaveId, "two");
            var (view, theme) = await officer.CodeNewestViewAsync(consultation.Id);
            var loop = await officer.PublishWeWillAsync(theme, Today);
            var ofDraft = await (await LivePublications.PrepareAsync(Platform)).WeWillAsync();
            var draftInstrument = await officer.GraphQL.MutateAsync("draftInstrument", new { title = "Not ready" }, "instrument");
            await PrepareForumAsync();
            await PreparePeopleAsync();
            await PrepareWebhooksAsync();
            await PrepareDeadLettersAsync();
            await PrepareBoardAsync(officer);
            await PrepareEvidenceAsync(officer, theme);
            await PrepareCharterAsync();
            await Platform.CatchUpAsync();

            _ids["id"] = _ids["loopId"] = loop.Id;
            _ids["consultationId"] = consultation.Id;
            _ids["instrumentId"] = consultation.InstrumentId;
            _ids["waveId"] = consultation.WaveId;
            _ids["viewId"] = view;
            _ids["themeId"] = theme;
            _ids["slug"] = loop.Slug;
            _ids["entryId"] = await EntryIdAsync(loop.Slug);
            _ids["otherThemeId"] = _ids["intoId"] = theme;
            _ids["codingSampleId"] = _ids["sampleId"] = (await officer.GraphQL.MutateAsync(
                "drawCodingSample", new { consultationId = consultation.Id, seed = 1, count = 1 }, "codingSample"))["id"]!.GetValue<string>();
            _ids["entryOfDraft"] = ofDraft.Slug;
            _ids["consultation"] = consultation.Id;
            _ids["responseId"] = await ResponseIdAsync(officer);
            _ids["releaseId"] = NodeId.Encode("Release", await PublishedMonth.OfFeedbackPointsAsync(Platform));
            _ids["keyedBy"] = NodeId.Encode("Typist", Guid.CreateVersion7());
            _ids["denominatorSetId"] = await DenominatorSetIdAsync();
            _ids["draftConsultationId"] = await officer.DraftCompleteAsync(Today, "Not opened");
            _ids["accessLogEntryId"] = await AccessLogEntryIdAsync();
            _ids["draftInstrumentId"] = draftInstrument["id"]!.GetValue<string>();
            _ids["logReviewId"] = (await officer.GraphQL.MutateAsync(
                "reviewLog", new { from = Today, to = Today, found = "Nothing new", next = "We look again in spring" }, "logReview", "id"))["id"]!.GetValue<string>();
            _ids["evidencePackId"] = (await EvidencePacksThroughTheApi.MadeAsync(Platform.GraphQL(Roles.Commissioner), DateTimeOffset.UtcNow)).Id;
        }

        public async Task DisposeAsync() => await Platform.DisposeAsync();

        private async Task<string> ResponseIdAsync(Officer officer)
        {
            var found = await officer.GraphQL.DataAsync(
                "query($reference: String!) { responsesByReference(reference: $reference) { id } }", new { reference = _ids["receipt"] });
            return found["responsesByReference"]![0]!["id"]!.GetValue<string>();
        }

        private async Task<string> AccessLogEntryIdAsync()
        {
            await Platform.GraphQL(Roles.Analyst).DataAsync("{ views(first: 1) { nodes { text } } }");
            var log = await Platform.GraphQL(Roles.PrivacyOfficer).DataAsync("{ accessLog(first: 1) { nodes { id } } }");
            return log["accessLog"]!["nodes"]![0]!["id"]!.GetValue<string>();
        }

        private async Task<string> DenominatorSetIdAsync()
        {
            var set = await Platform.GraphQL(Roles.Analyst).MutateAsync(
                "loadDenominatorSet",
                new { title = "June 2024", source = "The school census", asAt = "2024-06-01", reading = "With plans", total = 20_000, groups = Array.Empty<object>() },
                "denominatorSet",
                "id");
            return set["id"]!.GetValue<string>();
        }

        private async Task PrepareBoardAsync(Officer officer)
        {
            var group = await officer.GraphQL.MutateAsync(
                "constituteGroup", new { name = "The board", terms = "Steers the plan", frequency = "MONTHLY" }, "governanceGroup");
            _ids["groupId"] = _ids["governanceGroupId"] = _ids["governanceGroup.id"] = group["id"]!.GetValue<string>();
            var seated = await officer.GraphQL.MutateAsync(
                "createSeat", new { groupId = _ids["groupId"], title = "Parents" }, "governanceGroup", "seats { id }");
            _ids["seatId"] = seated["seats"]![0]!["id"]!.GetValue<string>();
            var meeting = await officer.GraphQL.MutateAsync("scheduleMeeting", new { groupId = _ids["groupId"], onDay = $"{Today:yyyy-MM-dd}" }, "meeting");
            _ids["meetingId"] = meeting["id"]!.GetValue<string>();
            var barrier = await officer.GraphQL.MutateAsync(
                "raiseBarrier", new { groupId = _ids["groupId"], title = "Papers come late", detail = "Parents read them on the bus" }, "barrier");
            _ids["barrierId"] = barrier["id"]!.GetValue<string>();
            _ids["toGroupId"] = _ids["groupId"];
            _ids["representativeId"] = _ids["personId"];
        }

        private async Task PrepareEvidenceAsync(Officer officer, string theme)
        {
            var action = await officer.GraphQL.MutateAsync(
                "adoptAction", new { title = "One survey", description = "Parents are asked", source = "The plan, 1.1", ownerRole = "Head of SEND" }, "keyAction");
            _ids["actionId"] = _ids["keyActionId"] = action["id"]!.GetValue<string>();
            var withMilestone = await officer.GraphQL.MutateAsync(
                "setMilestone", new { actionId = _ids["actionId"], text = "It is analysed", dueOn = $"{Today.AddDays(30):yyyy-MM-dd}" }, "keyAction", "milestones { id }");
            _ids["milestoneId"] = withMilestone["milestones"]![0]!["id"]!.GetValue<string>();
            _ids["thingId"] = theme;
            _ids["measureId"] = _ids["measure.id"] = NodeId.Encode("Measure", LoadMeasures.IdOf("M1.1"));
            await Platform.GraphQL(Roles.Analyst).MutateAsync("loadMeasures", new { }, "loadedMeasures", "count");
        }

        private async Task PrepareCharterAsync()
        {
            var commissioner = Platform.GraphQL(Roles.Commissioner);
            var edition = await commissioner.MutateAsync("adoptCharterEdition", CharterThroughTheApi.Edition("Youth charter", Today), "charterEdition");
            _ids["charterEditionId"] = _ids["charterEdition.id"] = edition["id"]!.GetValue<string>();
            var activity = await commissioner.MutateAsync("startCommissioning", CharterThroughTheApi.Service(_ids["charterEditionId"]), "commissioningActivity");
            _ids["commissioningActivityId"] = _ids["commissioningActivity.id"] = activity["id"]!.GetValue<string>();
            var document = await commissioner.MutateAsync("adoptStatements", StatementsThroughTheApi.Document(), "statementDocument");
            _ids["statementDocumentId"] = _ids["statementDocument.id"] = document["id"]!.GetValue<string>();
            foreach (var step in new[] { "verify", "dispute", "withdraw" })
                _ids[$"{step}StatementEvidence.claimId"] = NodeId.Encode("StatementClaim", Guid.CreateVersion7());
            _ids["claimId"] = NodeId.Encode("CharterClaim", Guid.CreateVersion7());
            _ids["evidenceId"] = NodeId.Encode("EvidenceItem", Guid.CreateVersion7());
        }

        private async Task PrepareForumAsync()
        {
            var forum = await ForumOfTheCouncil.OpenAsync(Platform);
            _ids["forumId"] = forum.Id;
            _ids["topicId"] = forum.TopicId;
            _ids["closeTopic.topicId"] = (await ForumOfTheCouncil.OpenAsync(Platform, "Another forum")).TopicId;
            _ids["establishForum.owner"] = "COUNCIL";

            var own = (await forum.PostAsync(Roles.ParentOrCarer, "What I wrote"))["contributionId"]!.GetValue<string>();
            _ids["ownContributionId"] = _ids["contributionId"] = own;
            _ids["forumContributionId"] = await forum.PostShownAsync(null, "What all may read");
            _ids["supportContribution.contributionId"] = _ids["withdrawSupport.contributionId"] = _ids["forumContributionId"];
            var waiting = SameThing.As("ModeratedContribution", (await forum.PostAsync(null, "What waits"))["contributionId"]!.GetValue<string>());
            foreach (var step in new[] { "claimContribution", "holdContribution", "releaseContribution", "returnContribution", "refuseContribution", "reverseModeration", "decideAppeal" })
                _ids[$"{step}.contributionId"] = waiting;
            _ids["moderatedContribution.id"] = waiting;

            await forum.PostAsync(null, "I self-harm");
            var items = await Platform.GraphQL(Roles.SafeguardingLead).DataAsync("{ safeguardingItems { nodes { id } } }");
            _ids["safeguardingItemId"] = _ids["itemId"] = items["safeguardingItems"]!["nodes"]![0]!["id"]!.GetValue<string>();
        }

        private async Task PrepareWebhooksAsync()
        {
            var administrator = Platform.GraphQL(Roles.Administrator);
            var made = new { name = "The dashboard", address = "https://receiver.example.test/", kinds = new[] { "entry.published" } };
            _ids["webhookId"] = _ids["webhook.id"] = (await administrator.MutateAsync("createWebhook", made, "createdWebhook", "webhook { id }"))["webhook"]!["id"]!.GetValue<string>();
            _ids["deleteWebhook.webhookId"] = (await administrator.MutateAsync("createWebhook", made, "createdWebhook", "webhook { id }"))["webhook"]!["id"]!.GetValue<string>();
            await administrator.MutateAsync("sendWebhookTest", new { webhookId = _ids["webhookId"] }, "webhook", "id");
            var told = await administrator.DataAsync("query($id: ID!) { webhookDeliveries(webhookId: $id) { nodes { id } } }", new { id = _ids["webhookId"] });
            _ids["deliveryId"] = _ids["webhookDelivery.id"] = told["webhookDeliveries"]!["nodes"]![0]!["id"]!.GetValue<string>();
        }

        private async Task PrepareDeadLettersAsync()
        {
            await Platform.AddDeadLettersAsync(Enumerable.Range(1, 4).Select(_ => new DeadLetterGiven()));
            var found = await Platform.GraphQL(Roles.Administrator).DataAsync("{ deadLetters { nodes { id } } }");
            string[] letters = [.. found["deadLetters"]!["nodes"]!.AsArray().Select(one => one!["id"]!.GetValue<string>())];
            _ids["deadLetterId"] = _ids["deadLetter.id"] = letters[0];
            _ids["replayDeadLetter.deadLetterId"] = letters[1];
            _ids["purgeDeadLetter.deadLetterId"] = letters[2];
        }

        private async Task PreparePeopleAsync()
        {
            var officer = Platform.GraphQL(Roles.ParticipationOfficer);
            var activity = await officer.MutateAsync("planActivity", PeopleSpec.Workshop(Today), "activity");
            _ids["activityId"] = _ids["activity.id"] = activity["id"]!.GetValue<string>();
            var logged = await officer.MutateAsync("logFeedback", PeopleSpec.Complaint(Today), "loggedFeedback");
            _ids["loggedFeedbackId"] = _ids["logEntryId"] = _ids["loggedFeedbackWords.id"] = logged["id"]!.GetValue<string>();

            // Somebody with nothing but a receipt asks for erasure, so there is a case.
            var forum = await ForumOfTheCouncil.OpenAsync(Platform, "A third forum");
            var posted = await forum.PostAsync(null, "Soon to be erased");
            await Platform.GraphQL().MutateAsync(
                "requestErasureByReceipt", new { reference = posted["reference"], secret = posted["secret"] }, "requestedErasure", "answerBy");
            var cases = await Platform.GraphQL(Roles.PrivacyOfficer).DataAsync("{ erasureCases { nodes { id subject { id } } } }");
            var first = cases["erasureCases"]!["nodes"]![0]!;
            _ids["erasureCaseId"] = first["id"]!.GetValue<string>();
            _ids["subjectId"] = _ids["personId"] = _ids["participantId"] = _ids["facilitatorId"] = first["subject"]!["id"]!.GetValue<string>();

            _ids["sessionId"] = NodeId.Encode("Session", Guid.CreateVersion7());
            _ids["revokeApiKey.id"] = NodeId.Encode("ApiKey", Guid.CreateVersion7());
            _ids["subjectExport.id"] = NodeId.Encode("SubjectExport", Guid.CreateVersion7());
        }

        private async Task<string> EntryIdAsync(string slug)
        {
            var found = await Platform.GraphQL().DataAsync("query($slug: String!) { entryBySlug(slug: $slug) { id } }", new { slug });
            return found["entryBySlug"]!["id"]!.GetValue<string>();
        }
    }
}
