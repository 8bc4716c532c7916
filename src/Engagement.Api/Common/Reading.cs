using Engagement.Common;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace Engagement.Api.Common;

/// <summary>Reads that the domain may refuse.</summary>
internal static class Reading
{
    /// <summary>What is read; a refusal is an error with its own words and code.</summary>
    /// <param name="read">Reads it.</param>
    /// <param name="requests">The request in hand, where a refusal may say when to try again.</param>
    public static async Task<T> OfAsync<T>(Func<Task<T>> read, IHttpContextAccessor? requests = null)
    {
        try
        {
            return await read();
        }
        catch (EngagementException refused) when (refused is RuleRefusedException or ThingNotFoundException)
        {
            if (refused is RuleRefusedException rule)
                requests?.Tell(rule);
            throw new GraphQLException(refused.Message, refused.Code, refused);
        }
    }
}
