using GraphQL.Execution;
using GraphQL.Tests.Library;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Execution;

public sealed class Field_authorization
{
    [Fact]
    public async Task a_denied_field_is_null_and_the_others_are_answered()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ hello secret }");

        result["data"]!.ToJsonString().ShouldBe("""{"hello":"Hello reader","secret":null}""");
        result["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("AUTH_NOT_AUTHENTICATED");
        result["errors"]![0]!["path"]!.ToJsonString().ShouldBe("""["secret"]""");
    }

    [Fact]
    public async Task a_signed_in_user_without_the_permission_is_told_so()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ secret ledger }", user: LibraryServer.Member("other"));

        result["data"]!.ToJsonString().ShouldBe("""{"secret":"for members","ledger":null}""");
        result["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("AUTH_NOT_AUTHORIZED");
    }

    [Fact]
    public async Task a_user_with_the_permission_is_answered()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ ledger }", user: LibraryServer.Member("shelf.manage"));

        result["data"]!["ledger"]!.GetValue<string>().ShouldBe("for managers");
    }

    [Fact]
    public async Task the_applications_own_evaluator_decides_when_there_is_one()
    {
        await using var server = new LibraryServer(builder => builder.Services.AddSingleton<IAuthorizationEvaluator, Doorkeeper>());

        var result = await server.ExecuteAsync("{ secret ledger }");

        result["data"]!.ToJsonString().ShouldBe("""{"secret":null,"ledger":"for managers"}""");
    }

    [Fact]
    public async Task a_resolver_is_waited_for_as_well_when_there_was_a_decision_to_wait_for()
    {
        await using var server = new LibraryServer(builder => builder.Services.AddSingleton<IAuthorizationEvaluator, Doorkeeper>());

        var result = await server.ExecuteAsync("{ books { guardedAuthor { name } } }");

        result["data"]!["books"]!.AsArray().Select(book => book!["guardedAuthor"]!["name"]!.GetValue<string>()).ShouldBe(["Le Guin", "Calvino", "Le Guin"]);
    }

    private sealed class Doorkeeper : IAuthorizationEvaluator
    {
        public async ValueTask<AuthorizationResult> AuthorizeAsync(AuthorizationRequirement requirement, IResolverContext context)
        {
            await Task.Yield();
            return requirement.Permission is null ? AuthorizationResult.NotAuthorized : AuthorizationResult.Allowed;
        }
    }
}
