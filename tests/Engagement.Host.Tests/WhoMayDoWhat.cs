using System.Security.Claims;
using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.Metrics;
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
            foreach (var (operation, field) in operations.All.Where(one => one.Field.Authorization is { AllowAnonymous: false }))
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
            var id = given.Ids[char.ToLowerInvariant(type.Name[0]) + type.Name[1..] + "Id"];
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

    private static string? Expected(string? role, AuthorizationRequirement? rule) => rule switch
    {
        { AllowAnonymous: true } => null,
        _ when role is null => NotSignedIn,

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

        private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

        public async Task InitializeAsync()
        {
            Platform = await RunningPlatform.StartAsync(
                // Everybody asks everything, from one address.
                configuration: new Dictionary<string, string?> { ["Limits:AddressRequestsPerSecond"] = "0", ["Limits:AccountRequestsPerSecond"] = "0" },
                services: services => services.AddSingleton<IPrincipals>(Principals));
            var officer = new Officer(Platform);
            var consultation = await officer.OpenConsultationAsync(Today);
            await Submissions.SendAsync(Platform.GraphQL(), consultation.WaveId, "one");
            await Submissions.SendAsync(Platform.GraphQL(), consultation.WaveId, "two");
            var (view, theme) = await officer.CodeNewestViewAsync(consultation.Id);
            var loop = await officer.PublishWeWillAsync(theme, Today);
            var ofDraft = await (await LivePublications.PrepareAsync(Platform)).WeWillAsync();
            var draftInstrument = await officer.GraphQL.MutateAsync("draftInstrument", new { title = "Not ready" }, "instrument");
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
            _ids["denominatorSetId"] = NodeId.Encode("DenominatorSet", await Platform.Services.GetRequiredService<DenominatorSets>().LoadAsync(
                new LoadDenominatorSet("Children", "A count", Today.AddDays(-1), "With plans", 100, []), new CommandContext("analyst"), default));
            _ids["entryOfDraft"] = ofDraft.Slug;
            _ids["draftConsultationId"] = await officer.DraftCompleteAsync(Today, "Not opened");
            _ids["draftInstrumentId"] = draftInstrument["id"]!.GetValue<string>();
        }

        public async Task DisposeAsync() => await Platform.DisposeAsync();

        private async Task<string> EntryIdAsync(string slug)
        {
            var found = await Platform.GraphQL().DataAsync("query($slug: String!) { entryBySlug(slug: $slug) { id } }", new { slug });
            return found["entryBySlug"]!["id"]!.GetValue<string>();
        }
    }
}
