using Engagement.Common;

namespace Engagement.Feedback;

internal static class LoopRules
{
    /// <summary>A promise or a deed follows from a decision to do something.</summary>
    public static Refusal? NeedsWeWill(Loop loop) => loop.Outcome switch
    {
        null => new Refusal("DECISION_MISSING", "Record the decision first"),
        DecisionOutcome.WeCannot => new Refusal("DECISION_IS_WE_CANNOT", "The decision was 'We cannot'. Publish it with its reasons instead"),
        _ => null,
    };
}
