using GraphQL;
using GraphQL.Execution;

namespace Engagement.Api.Authorization;

/// <summary>How a refusal is said, the same everywhere.</summary>
internal static class Refusals
{
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    public static string CodeFor(Asker asker) => asker.IsSignedIn ? NotAuthorized : NotAuthenticated;

    public static string MessageFor(Asker asker) => asker.IsSignedIn ? "You may not read or do this." : "Sign in to read or do this.";

    public static AuthorizationResult ResultFor(Asker asker) => asker.IsSignedIn ? AuthorizationResult.NotAuthorized : AuthorizationResult.NotAuthenticated;

    public static GraphQLException For(Asker asker) => new(MessageFor(asker), CodeFor(asker));
}
