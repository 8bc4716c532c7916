using Engagement.Common;
using GraphQL;

namespace Engagement.Api.Common;

/// <summary>Reads that the domain may refuse.</summary>
internal static class Reading
{
    /// <summary>What is read; a refusal is an error with its own words and code.</summary>
    public static async Task<T> OfAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (EngagementException refused) when (refused is RuleRefusedException or ThingNotFoundException)
        {
            throw new GraphQLException(refused.Message, refused.Code, refused);
        }
    }
}
