using Engagement.Api.AccessLog;
using Engagement.Api.Forums;
using Engagement.Api.History;
using GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Api.Authorization;

internal static class AuthorizationServices
{
    /// <summary>What each may do. Sign-in says who they are now.</summary>
    public static IServiceCollection AddWhatEachMayDo(this IServiceCollection services)
    {
        services.AddSingleton(TheObjectRules.All);
        services.AddSingleton<IAuthorizationEvaluator, RoleAuthorization>();
        services.AddScoped<ShownReceipts>();
        services.AddScoped<Authors>();
        services.AddScoped<CurrentAsker>();
        services.AddScoped<AskedFrom>();
        services.AddScoped<ReadingRecord>();
        services.AddScoped<HistoryRule>();
        return services;
    }
}
