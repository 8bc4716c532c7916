using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Api.Tests;

/// <summary>
/// What stands behind the fields of a schema, on one of its own: notes that are their writer's. Each way to a note gives those that are one's own, and
/// does not tell another's from one that is not there.
/// </summary>
public sealed class TheGuardOfThings
{
    private const string Permission = Permissions.ChangeOwnContributions;

    private static readonly Guid Me = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b006");
    private static readonly Note Mine = new(Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b001"), "mine", Me);
    private static readonly Note Theirs = new(Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b002"), "theirs", Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b007"));
    private static readonly string Nothing = NodeId.Encode("Note", Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b003"));

    private readonly SettablePrincipals _principals = new();
    private readonly List<Guid> _changed = [];

    [Fact]
    public async Task One_by_its_id_is_there_when_it_is_ones_own()
    {
        (await AskAsync(Roles.ParentOrCarer, "{ note(id: \"0192d5e4-7b00-7c01-8d02-9e03af04b001\") { text } }"))
            .ShouldBe("""{"data":{"note":{"text":"mine"}}}""");
        (await AskAsync(Roles.ParentOrCarer, "{ note(id: \"0192d5e4-7b00-7c01-8d02-9e03af04b002\") { text } }")).ShouldBe("""{"data":{"note":null}}""");
        (await AskAsync(Roles.ParentOrCarer, "{ note(id: \"0192d5e4-7b00-7c01-8d02-9e03af04b003\") { text } }")).ShouldBe("""{"data":{"note":null}}""");
    }

    [Fact]
    public async Task A_list_leaves_out_the_others_and_keeps_places_where_it_may() =>
        (await AskAsync(Roles.ParentOrCarer, "{ notes { text } places { text } }"))
            .ShouldBe("""{"data":{"notes":[{"text":"mine"}],"places":[null,{"text":"mine"}]}}""");

    [Fact]
    public async Task A_page_leaves_them_out_and_does_not_count_them() =>
        (await AskAsync(Roles.ParentOrCarer, "{ page { nodes { text } edges { node { text } } totalCount } }"))
            .ShouldBe("""{"data":{"page":{"nodes":[{"text":"mine"}],"edges":[{"node":{"text":"mine"}}],"totalCount":1}}}""");

    [Fact]
    public async Task Below_another_thing_it_is_looked_at_again_and_where_one_is_promised_the_field_is_refused()
    {
        (await AskAsync(Roles.ParentOrCarer, "{ notes { next { text } } }")).ShouldBe("""{"data":{"notes":[{"next":null}]}}""");
        Codes(await AskAsync(Roles.ParentOrCarer, "{ promised { text } }")).ShouldBe(["AUTH_NOT_AUTHORIZED"]);
    }

    [Theory]
    [InlineData("{ note(id: \"0192d5e4-7b00-7c01-8d02-9e03af04b001\") { __typename } }")]
    [InlineData("{ notes { __typename } }")]
    [InlineData("{ page { totalCount nodes { __typename } } }")]
    public async Task Without_the_permission_one_hears_so_whatever_there_is(string document)
    {
        Codes(await AskAsync(Roles.Commissioner, document)).ShouldBe(["AUTH_NOT_AUTHORIZED"]);
        Codes(await AskAsync(null, document)).ShouldBe(["AUTH_NOT_AUTHENTICATED"]);
    }

    [Fact]
    public async Task A_command_is_asked_about_before_it_is_done_and_nothing_is_told_of_anothers()
    {
        Codes(await ChangeAsync(NodeId.Encode("Note", Mine.Id))).ShouldBeEmpty();
        var others = await ChangeAsync(NodeId.Encode("Note", Theirs.Id));
        var nothing = await ChangeAsync(Nothing);

        Codes(others).ShouldBe(["AUTH_NOT_AUTHORIZED"]);
        others.ShouldBe(nothing);
        _changed.ShouldBe([Mine.Id]);
    }

    [Fact]
    public async Task A_command_that_names_nothing_with_a_rule_is_not_for_a_permission_that_does_not_go_everywhere()
    {
        Codes(await AskAsync(Roles.ParentOrCarer, "mutation { changeAll { text } }")).ShouldBe(["AUTH_NOT_AUTHORIZED"]);
        _changed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_field_that_nobody_gave_a_rule_is_nobodys() =>
        Codes(await AskAsync(Roles.Administrator, "{ forgotten }")).ShouldBe(["AUTH_NOT_AUTHORIZED"]);

    [Fact]
    public async Task Updates_of_others_are_left_out_and_it_ends_when_the_permission_does()
    {
        var heard = new List<string>();
        await foreach (var result in SubscribeAsync(Roles.ParentOrCarer, "subscription { noted { text } }"))
        {
            heard.Add(result);
            if (heard.Count == 2)
                _principals.Change(Roles.ParentOrCarer, Roles.Commissioner);
        }

        heard.Count.ShouldBe(3);
        heard[..2].ShouldBe(["""{"data":{"noted":{"text":"mine"}}}""", """{"data":{"noted":{"text":"mine"}}}"""]);
        Codes(heard[2]).ShouldBe(["AUTH_NOT_AUTHORIZED"]);
        heard[2].ShouldNotContain("mine");
    }

    private static List<string> Codes(string result) =>
        [.. (JsonNode.Parse(result)!["errors"]?.AsArray() ?? []).Select(error => error!["extensions"]!["code"]!.GetValue<string>())];

    private Task<string> ChangeAsync(string id) => AskAsync(Roles.ParentOrCarer, $"mutation {{ change(input: {{ noteId: \"{id}\" }}) {{ text }} }}");

    private async Task<string> AskAsync(string? role, string document)
    {
        await using var services = Build();
        await using var scope = services.CreateAsyncScope();
        var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(new OperationRequest(document), scope.ServiceProvider, User(role), default);
        return Text(result);
    }

    private async IAsyncEnumerable<string> SubscribeAsync(string role, string document)
    {
        await using var services = Build();
        await using var scope = services.CreateAsyncScope();
        await foreach (var result in services.GetRequiredService<IRequestExecutor>().SubscribeAsync(new OperationRequest(document), scope.ServiceProvider, User(role), default))
            yield return Text(result);
    }

    private static string Text(ExecutionResult result)
    {
        var json = new System.Buffers.ArrayBufferWriter<byte>();
        result.Write(json);
        return System.Text.Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private static ClaimsPrincipal User(string? role) => role is null ? new ClaimsPrincipal() : SettablePrincipals.Of(role);

    private ServiceProvider Build()
    {
        var rules = new ObjectRules().Add("Note", Permission, Reaching.Own<Note>(note => note.Writer), FindAsync);
        var services = new ServiceCollection();
        services.AddSingleton<IPrincipals>(_principals);
        services.AddSingleton(rules);
        services.AddSingleton<IAuthorizationEvaluator, RoleAuthorization>();
        services.AddScoped<CurrentAsker>();
        services.AddGraphQL().ConfigureSchema(Define).ConfigureSchema(schema =>
        {
            var plan = new SchemaBuilder();
            Define(plan);
            ObjectGuard.Protect(schema, plan.Build(), rules);
        });
        return services.BuildServiceProvider();
    }

    private static Task<Note?> FindAsync(IServiceProvider services, Guid id, CancellationToken cancellation) =>
        Task.FromResult(new[] { Mine, Theirs }.FirstOrDefault(note => note.Id == id));

    private void Define(SchemaBuilder schema)
    {
        var own = new AuthorizationRequirement(Permission, AllowAnonymous: false);
        schema.AddSdl(
            """
            type Note { text: String next: Note }
            type Edge { node: Note! cursor: String! }
            type Page { nodes: [Note!] edges: [Edge!] totalCount: Int! }
            type Query { note(id: String!): Note notes: [Note!]! places: [Note]! page: Page promised: Note! forgotten: String }
            input ChangeInput { noteId: ID! }
            type Mutation { change(input: ChangeInput!): Note changeAll: [Note!] }
            type Subscription { noted: Note! }
            """);
        schema.Configure<ObjectType>("Note", type => type.RuntimeType = typeof(Note));
        schema.Configure<ObjectType>("Edge", type => type.RuntimeType = typeof(Edge<Note>));
        schema.Configure<ObjectType>("Page", type => type.RuntimeType = typeof(Connection<Note>));
        Field("Note", "text", context => ((Note)context.Parent!).Text);
        Field("Note", "next", _ => Theirs);
        Field("Query", "note", context => new[] { Mine, Theirs }.FirstOrDefault(note => note.Id == Guid.Parse(context.Argument<string>("id"))));
        Field("Query", "notes", _ => new[] { Theirs, Mine });
        Field("Query", "places", _ => new[] { Theirs, Mine });
        Field("Query", "promised", _ => Theirs);
        Field("Query", "page", _ => new Connection<Note>([new(Theirs, "1"), new(Mine, "2")], new PageInfo(false, false, "1", "2"), 2));
        Field("Mutation", "change", context =>
        {
            NodeId.TryDecode((string)context.Argument<IReadOnlyDictionary<string, object?>>("input")["noteId"]!, out _, out var id);
            _changed.Add(Guid.Parse(id));
            return Mine;
        });
        Field("Mutation", "changeAll", _ =>
        {
            _changed.Add(Guid.Empty);
            return new[] { Mine };
        });
        schema.ConfigureField("Query", "forgotten", field => field.SyncResolver = _ => "secret");
        schema.ConfigureField("Subscription", "noted", field =>
        {
            (field.Authorization, field.SyncResolver) = (own, context => context.Parent);
            field.Subscriber = _ => UpdatesAsync();
        });

        void Field(string type, string name, Func<IResolverContext, object?> resolve) => schema.ConfigureField(type, name, field =>
            (field.Authorization, field.SyncResolver) = (own, resolve));
    }

    private static async IAsyncEnumerable<object?> UpdatesAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var note in new[] { Mine, Theirs, Mine, Mine, Mine })
        {
            await Task.Yield();
            yield return note;
        }
    }

    private sealed record Note(Guid Id, string Text, Guid Writer);

    /// <summary>Who everybody is now, by the role they signed in with.</summary>
    private sealed class SettablePrincipals : IPrincipals
    {
        private readonly Dictionary<string, string> _roles = [];

        public static ClaimsPrincipal Of(string role) =>
            new(new ClaimsIdentity([new Claim(ClaimTypes.Role, role), new Claim(ClaimTypes.NameIdentifier, Me.ToString())], "Test"));

        public void Change(string from, string to) => _roles[from] = to;

        public ValueTask<ClaimsPrincipal?> NowAsync(ClaimsPrincipal signedIn, CancellationToken cancellationToken) =>
            new(Of(_roles.GetValueOrDefault(signedIn.FindFirstValue(ClaimTypes.Role)!, signedIn.FindFirstValue(ClaimTypes.Role)!)));
    }
}
