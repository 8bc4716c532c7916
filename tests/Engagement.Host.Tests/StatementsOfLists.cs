using System.Security.Claims;
using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Engagement.Host.Tests.People;
using Engagement.Seeder;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>
/// Every list of the schema, found by walking it, with what its items lead to two steps on: one item takes the statements that twenty take. A statement that
/// is sent once more for every item is named.
/// </summary>
public sealed class StatementsOfLists(StatementsOfLists.Given given) : IClassFixture<StatementsOfLists.Given>
{
    private const int Many = 20;

    // Two may be more for the same list: what comes at the same moment is loaded together, and other things are not.
    private const int Slack = 2;

    // What there are fewer than four of here, so that nothing can grow with it: each takes weeks of a story.
    private static readonly string[] Short =
        ["entriesToRead", "confirmationComments", "codingSamples", "transparencyReports", "releases", "safeguardingHolds"];

    [Fact]
    public async Task Take_as_many_statements_however_long_they_are()
    {
        var schema = given.Platform.Services.GetRequiredService<SchemaDefinition>();
        var (growing, tooShort, wrong) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var list in ListsOf(schema))
        {
            var (arguments, items) = await LongestAsync(list);
            if (items < 4)
            {
                tooShort.Add(list.Name);
                continue;
            }

            var longer = await CountedAsync(list, arguments, Many, wrong);
            var shorter = await CountedAsync(list, arguments, 1, wrong);
            growing.AddRange(Growing(shorter, longer).Select(one => $"{list.Name}: {one}"));
        }

        wrong.ShouldBeEmpty();
        growing.ShouldBeEmpty();
        tooShort.ShouldBe(Short, ignoreOrder: true);
    }

    [Fact]
    public async Task Are_counted_for_whoever_asks_for_the_total_and_for_nobody_else()
    {
        Task<IReadOnlyList<string>> SentForAsync(string selection) =>
            Statements.OfAsync(() => given.Platform.GraphQL().DataAsync($"{{ entries(first: 2) {{ nodes {{ slug }} {selection} }} }}"));

        (await SentForAsync("totalCount")).Count(IsCount).ShouldBe(1);
        (await SentForAsync("pageInfo { hasNextPage }")).Count(IsCount).ShouldBe(0);
        (await SentForAsync("totalCount @include(if: false)")).Count(IsCount).ShouldBe(0);

        static bool IsCount(string text) => text.Contains("count(*)", StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_statement_is_sent_for_every_item_is_noticed()
    {
        Task<IReadOnlyList<string>> OneByOneAsync(int items) => Statements.OfAsync(async () =>
        {
            foreach (var id in given.Ids["loopId"].Take(items))
                await given.Platform.GraphQL(Roles.ParticipationOfficer).SendAsync("query($id: ID!) { loop(id: $id) { state } }", new { id });
        });

        given.Ids["loopId"].Length.ShouldBeGreaterThan(4);
        Growing(Counted(await OneByOneAsync(1)), Counted(await OneByOneAsync(5))).ShouldContain(one => one.Contains("mt_doc_loopcard", StringComparison.Ordinal));
    }

    /// <summary>The lists of the root, and those of the items of these.</summary>
    private static IEnumerable<ListOfSchema> ListsOf(SchemaDefinition schema)
    {
        foreach (var field in schema.QueryType.Fields.Where(IsPage))
        {
            var role = field.Authorization?.Permission is { } permission
                // Officers have most of what there is, where it is theirs.
                ? Roles.All.OrderByDescending(one => one == Roles.ParticipationOfficer)
                    .First(one => one is not (Roles.ApiClient or Roles.PactForumCoordinator or Roles.YouthFacilitator) && Roles.Allows(one, permission))
                // Anything has a history, each by a rule of its own: for officers here.
                : field.Name == "history" ? Roles.ParticipationOfficer : Roles.ParentOrCarer;
            yield return new ListOfSchema(role, Parent: null, field);
            foreach (var inner in ItemOf(field).Fields.Where(inner => IsPage(inner) && !inner.Arguments.Any(IsNeeded)))
                yield return new ListOfSchema(role, field, inner);
        }
    }

    /// <summary>The arguments by which a list is longest, and how many items it then has.</summary>
    private async Task<(string Arguments, int Items)> LongestAsync(ListOfSchema list)
    {
        var (best, most) = ("", -1);
        foreach (var arguments in PossibleOf(list.Parent ?? list.Field))
        {
            var answer = await given.Platform.GraphQL(list.Role).SendAsync(list.Document(arguments, Many, "{ __typename }"));
            var items = ItemsIn(answer["data"], list);
            if (items > most)
                (best, most) = (arguments, items);
            if (most >= Many)
                break;
        }

        return (best, most);
    }

    private IEnumerable<string> PossibleOf(FieldDefinition field) => field.Arguments.Where(IsNeeded).ToArray() switch
    {
        [] => [""],
        [var one] => given.Ids[one.Name].Select(id => $"{one.Name}: \"{id}\", "),
        _ => throw new InvalidOperationException($"{field.Name} takes more than one id."),
    };

    private async Task<Dictionary<string, int>> CountedAsync(ListOfSchema list, string arguments, int first, List<string> wrong)
    {
        var document = list.Document(arguments, first, Selection(ItemOf(list.Field), depth: 2));
        JsonObject answer = [];
        var statements = await Statements.OfAsync(async () => answer = await given.Platform.GraphQL(list.Role).SendAsync(document));
        if (answer["data"] is not JsonObject)
            wrong.Add($"{list.Name}: {answer["errors"]}");
        return Counted(statements);
    }

    private static Dictionary<string, int> Counted(IReadOnlyList<string> statements) => statements.CountBy(text => text).ToDictionary();

    private static IEnumerable<string> Growing(Dictionary<string, int> few, Dictionary<string, int> many) => many
        .Where(one => one.Value > few.GetValueOrDefault(one.Key) + Slack)
        .Select(one => $"{few.GetValueOrDefault(one.Key)} to {one.Value} times: {one.Key}");

    private static int ItemsIn(JsonNode? data, ListOfSchema list)
    {
        var holders = list.Parent is { } parent ? data?[parent.Name]?["nodes"]?.AsArray().ToArray() : new[] { data };
        return (holders ?? []).Sum(holder => holder?[list.Field.Name]?["nodes"]?.AsArray().Count ?? 0);
    }

    /// <summary>What a type says without arguments, with what it leads to so many steps on.</summary>
    private static string Selection(NamedType type, int depth) => type is ComplexType and not InterfaceType
        ? $"{{ __typename {string.Join(' ', ((ComplexType)type).Fields.Where(field => !field.Arguments.Any(IsNeeded)).Select(field => Selected(field, depth)))} }}"
        : "{ __typename }";

    private static string Selected(FieldDefinition field, int depth) => field.Type.Named switch
    {
        ScalarType or EnumType => field.Name,
        _ when depth == 0 => "",
        _ when IsPage(field) => $"{field.Name}(first: 2) {{ nodes {Selection(ItemOf(field), depth - 1)} }}",
        var part => $"{field.Name} {Selection(part, depth - 1)}",
    };

    private static bool IsPage(FieldDefinition field) => field.Type.Named.Name.EndsWith("Connection", StringComparison.Ordinal);

    private static bool IsNeeded(InputValueDefinition value) => value.Type is NonNullType && value.DefaultValue is null;

    private static ComplexType ItemOf(FieldDefinition page) => (ComplexType)((ObjectType)page.Type.Named).Fields["nodes"].Type.Named;

    private sealed record ListOfSchema(string? Role, FieldDefinition? Parent, FieldDefinition Field)
    {
        public string Name => Parent is null ? Field.Name : $"{Parent.Name}.{Field.Name}";

        public string Document(string arguments, int first, string selection) => Parent is null
            ? $"{{ {Field.Name}({arguments}first: {first}) {{ nodes {selection} }} }}"
            : $"{{ {Parent.Name}({arguments}first: 3) {{ nodes {{ {Field.Name}(first: {first}) {{ nodes {selection} }} }} }} }}";
    }

    /// <summary>Whoever signs in may do what anybody may, so that nothing is left out because it is refused.</summary>
    private sealed class InEveryRole : IPrincipals
    {
        public ValueTask<ClaimsPrincipal?> NowAsync(ClaimsPrincipal signedIn, CancellationToken cancellationToken) => new(new ClaimsPrincipal(new ClaimsIdentity(
            [.. signedIn.Claims, .. Roles.All.Where(role => role != Roles.ApiClient).Select(role => new Claim(ClaimTypes.Role, role))], "Test")));
    }

    /// <summary>The demonstration, and of what it lacks a few.</summary>
    public sealed class Given : IAsyncLifetime
    {
        internal Dictionary<string, string[]> Ids { get; } = [];

        internal RunningPlatform Platform { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Platform = await RunningPlatform.StartAsync(
                configuration: new Dictionary<string, string?> { ["Pdf:Chromium"] = "none" },
                services: services => services.AddSingleton<IPrincipals>(new InEveryRole()));
            await DemonstrationData.LoadAsync(Platform.Services, DemonstrationProfile.Small);
            await Platform.CatchUpAsync();
            var options = Platform.Services.GetRequiredService<GraphQLOptions>();
            options.Cost.EnforceCostLimits = false;
            options.Parser = new ParserOptions { MaxFields = int.MaxValue, MaxTokens = int.MaxValue };
            await AddWhatTheDemonstrationLacksAsync();
            foreach (var (argument, list) in new[]
            {
                ("consultationId", "consultations"), ("forumId", "forums"), ("waveId", "scheduledWaves"), ("loopId", "loops"), ("groupId", "governanceGroups"),
                ("commissioningActivityId", "commissioningActivities"),
            })
            {
                var found = await Platform.GraphQL(Roles.ParticipationOfficer).DataAsync($"{{ {list}(first: 20) {{ nodes {{ id }} }} }}");
                Ids[argument] = [.. found[list]!["nodes"]!.AsArray().Select(node => node!["id"]!.GetValue<string>())];
            }

            var documents = await Platform.GraphQL(Roles.ParticipationOfficer).DataAsync("{ statementDocuments { id } }");
            Ids["statementDocumentId"] = [.. documents["statementDocuments"]!.AsArray().Select(one => one!["id"]!.GetValue<string>())];
            Ids["id"] = Ids["loopId"];
        }

        public async Task DisposeAsync() => await Platform.DisposeAsync();

        /// <summary>Four of what only grows when people do something: talk in a forum, complain, say what stands in the way, ask to be erased.</summary>
        private async Task AddWhatTheDemonstrationLacksAsync()
        {
            var (officer, analyst, administrator) = (Platform.GraphQL(Roles.ParticipationOfficer), Platform.GraphQL(Roles.Analyst), Platform.GraphQL(Roles.Administrator));
            var forum = await ForumOfTheCouncil.OpenAsync(Platform);
            var groups = await officer.DataAsync("{ governanceGroups(first: 1) { nodes { id } } }");
            var groupId = groups["governanceGroups"]!["nodes"]![0]!["id"]!.GetValue<string>();
            foreach (var number in Enumerable.Range(1, 4))
            {
                await officer.MutateAsync("raiseBarrier", new { groupId, title = $"Papers come late {number}", detail = "Parents read them on the bus" }, "barrier", "id");
                var posted = await forum.PostAsync(Roles.ParentOrCarer, $"What waits {number}");
                await forum.PostShownAsync(null, $"A comment {number}", await forum.PostShownAsync(null, $"What all may read {number}"));
                var worry = await forum.PostAsync(null, $"I self-harm {number}");
                await Platform.GraphQL().MutateAsync("requestErasureByReceipt", new { reference = worry["reference"], secret = worry["secret"] }, "requestedErasure", "answerBy");
                await officer.MutateAsync("logFeedback", PeopleSpec.Complaint(Officer.Today), "loggedFeedback", "id");
                await administrator.MutateAsync("createApiKey", new { name = $"Client {number}", scopes = new[] { "metrics.read" } }, "createdApiKey", "key { id }");
                var webhook = await administrator.MutateAsync(
                    "createWebhook", new { name = $"Client {number}", address = "https://receiver.example.test/", kinds = new[] { "entry.published" } }, "createdWebhook", "webhook { id }");
                Ids["webhookId"] = [webhook["webhook"]!["id"]!.GetValue<string>()];
                for (var test = 0; test < 4; test++)
                    await administrator.MutateAsync("sendWebhookTest", new { webhookId = Ids["webhookId"][0] }, "webhook", "id");
                await analyst.MutateAsync(
                    "loadDenominatorSet",
                    new { title = $"Census {number}", source = "The school census", asAt = "2024-06-01", reading = "With plans", total = 20_000, groups = Array.Empty<object>() },
                    "denominatorSet",
                    "id");
                await Platform.GraphQL(Roles.Commissioner).MutateAsync(
                    "adoptCharterEdition", CharterThroughTheApi.Edition($"Charter {number}", Officer.Today), "charterEdition", "id");
                await analyst.DataAsync("{ views(first: 1) { nodes { text } } }");
                await analyst.MutateAsync("askForEvidencePack", new { asAt = $"2020-0{number}-01T00:00:00Z" }, "evidencePack", "id");
            }

            await Platform.AddDeadLettersAsync(Enumerable.Range(1, 4).Select(_ => new DeadLetterGiven()));
            await Platform.CatchUpAsync();
        }
    }
}
