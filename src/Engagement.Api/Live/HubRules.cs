using System.Reflection;
using Engagement.Api.Authorization;
using GraphQL;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Api.Live;

/// <summary>Asks the rule of a hub's method, named as for a field, before the method is called. One without a rule is refused.</summary>
internal sealed class HubRules : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ArgumentNullException.ThrowIfNull(invocationContext);
        ArgumentNullException.ThrowIfNull(next);
        if (invocationContext.HubMethod.GetCustomAttribute<AllowAnonymousAttribute>() is null)
        {
            var asker = await invocationContext.ServiceProvider.GetRequiredService<CurrentAsker>()
                .OfAsync(invocationContext.Context.User ?? new(), invocationContext.Context.ConnectionAborted);
            var permission = invocationContext.HubMethod.GetCustomAttribute<AuthorizeAttribute>()?.Permission;
            if (permission is null || !asker.MayEverywhere(permission))
                throw new HubException($"{Refusals.CodeFor(asker)}: {Refusals.MessageFor(asker)}");
        }

        return await next(invocationContext);
    }
}
