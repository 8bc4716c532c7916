using Engagement.Common;
using GraphQL;

namespace Engagement.Api.Errors;

/// <summary>Refusals where a query has no errors of its own to answer with.</summary>
internal static class Refusal
{
    /// <summary>What a rule refuses is an error of the response, with the rule's code and words.</summary>
    public static async Task<T> ToErrorAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (RuleRefusedException refused)
        {
            throw new GraphQLException(refused.Message, refused.Code, refused);
        }
    }
}
