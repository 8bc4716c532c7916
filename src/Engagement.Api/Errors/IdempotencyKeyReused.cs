using Engagement.Common;

namespace Engagement.Api.Errors;

/// <summary>The key already belongs to another request, so this cannot be its repeat. Nothing has changed.</summary>
/// <param name="Message">What is wrong and what to do, for people.</param>
/// <param name="Code">Always <c>IDEMPOTENCY_KEY_REUSED</c>.</param>
/// <param name="Field">Always the field of the key.</param>
public sealed record IdempotencyKeyReused(string Message, string Code, string? Field)
{
    public static IdempotencyKeyReused CreateErrorFrom(IdempotencyKeyReusedException reused)
    {
        ArgumentNullException.ThrowIfNull(reused);
        return new(reused.Message, reused.Code, "idempotencyKey");
    }
}
