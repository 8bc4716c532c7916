using System.Security.Claims;
using System.Text.Json.Nodes;
using Engagement.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.People;

/// <summary>Stories of people and what they write, on one platform: each makes what it needs, and is not disturbed by the others.</summary>
[Collection(nameof(PeopleSpec))]
public abstract class PeopleSpec(PeopleSpec.Given given)
{
    protected const string NotAllowed = "AUTH_NOT_AUTHORIZED";

    protected RunningPlatform Platform => given.Platform;

    internal ForumOfTheCouncil Forum => given.Forum;

    protected static DateOnly Today => Officer.Today;

    internal static object Workshop(DateOnly onDay) => new
    {
        title = "Better reviews",
        kind = "WORKSHOP",
        level = "CO_PRODUCING",
        audience = "PARENTS_AND_CARERS",
        includesUnder18s = false,
        onDay,
        district = "E07000114",
        stage = "PLAN",
        lundy = new { space = "A room", voice = "In groups", audience = "The board", influence = "The form" },
    };

    internal static object Complaint(DateOnly receivedOn) => new { kind = "COMPLAINT", service = "therapies", words = "Nobody rang back", receivedOn, district = "E07000114" };

    /// <summary>Somebody who is signed in, to send documents as.</summary>
    protected async Task<Func<string, Task<JsonObject>>> SignInAsync(Guid pseudonym, string role, params SessionClaim[] claims)
    {
        var sessions = Platform.Services.GetRequiredService<Sessions>();
        var (_, token) = await sessions.BeginAsync(pseudonym, [new SessionClaim(ClaimTypes.Role, role), .. claims], "A browser", SessionLength.Short, default);
        return async document =>
        {
            var answer = await Platform.Scenario(s =>
            {
                s.Post.Json(new { query = document }).ToUrl("/graphql");
                s.WithRequestHeader("Cookie", $"engagement-session={token}");
            });
            return JsonNode.Parse(answer.ReadAsText())!.AsObject();
        };
    }

    protected static List<string> Codes(JsonObject answer) =>
        [.. (answer["errors"]?.AsArray() ?? []).Select(error => error!["extensions"]!["code"]!.GetValue<string>())];

    /// <summary>Whether a document is answered, be it by a rule's refusal, or refused to who asks.</summary>
    protected static async Task IsReachedAsync(GraphQLClient client, bool isReached, string document, object variables)
    {
        var answer = await client.SendAsync(document, variables);
        Codes(answer).ShouldBe(isReached ? [] : [NotAllowed], $"{document} {answer}");
    }

    /// <summary>A platform that all of them use.</summary>
    public sealed class Given : IAsyncLifetime
    {
        internal RunningPlatform Platform { get; private set; } = null!;

        internal ForumOfTheCouncil Forum { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Platform = await RunningPlatform.StartAsync();
            Forum = await ForumOfTheCouncil.OpenAsync(Platform);
        }

        public async Task DisposeAsync() => await Platform.DisposeAsync();
    }
}

/// <summary>What shares the platform of <see cref="PeopleSpec"/>.</summary>
[CollectionDefinition(nameof(PeopleSpec))]
public sealed class PeopleCollection : ICollectionFixture<PeopleSpec.Given>;
