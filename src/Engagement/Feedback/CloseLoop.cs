using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>
/// Asks for a loop to be closed. A loop closes by itself with the event that makes its last condition come true, so that no closing is
/// forgotten; this is for being told what is missing, and for loops whose conditions came true before closing was recorded.
/// </summary>
/// <param name="LoopId">The feedback loop.</param>
public sealed record CloseLoop(Guid LoopId)
{
    public static Decision Decide(Loop loop)
    {
        if (loop.IsClosed)
            return Decision.Nothing;

        return LoopConditions.Of(loop).WhyNot() is { } refusal ? Decision.Refuse(refusal) : LoopConditions.ClosingWith(loop);
    }
}
