using Engagement.Common;

namespace Engagement.Api.Errors;

/// <summary>A rule of the domain refuses the request. Nothing has changed.</summary>
/// <param name="Message">What is wrong and what to do, for people.</param>
/// <param name="Code">Which rule, for programs. It never changes its meaning.</param>
/// <param name="Field">The input field, or the key of the question, to put right; null when it is not about one.</param>
public sealed record RuleRefused(string Message, string Code, string? Field)
{
    public static RuleRefused CreateErrorFrom(RuleRefusedException refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return new(refused.Message, refused.Code, refused.Field);
    }
}
