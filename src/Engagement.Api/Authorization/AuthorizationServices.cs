using Engagement.Api.AccessLog;
using GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Api.Authorization;

internal static class AuthorizationServices
{
    /// <summary>What each may do. Sign-in says who they are now by registering its own <see cref="IPrincipals"/> before or after.</summary>
    public static IServiceCollection AddWhatEachMayDo(this IServiceCollection services)
    {
        services.TryAddSingleton<IPrincipals, PrincipalsAsTheySignedIn>();
        services.AddSingleton(TheObjectRules.All);
        services.AddSingleton<IAuthorizationEvaluator, RoleAuthorization>();
        services.AddScoped<CurrentAsker>();
        services.AddScoped<AskedFrom>();
        services.AddScoped<ReadingRecord>();
        return services;
    }
}
