namespace Engagement.Metrics;

/// <summary>How loops stand. Those of themes that were merged away unpublished are left out.</summary>
/// <param name="Loops">All of them.</param>
/// <param name="Decided">On how many a decision stands.</param>
/// <param name="Published">Of how many something was published.</param>
/// <param name="Closed">How many are closed, due or not.</param>
/// <param name="Reopened">How many have a decision that is looked at again.</param>
/// <param name="Closure">Of those that were due.</param>
/// <param name="Confirmation">What people say of the answers.</param>
public sealed record LoopFigures(
    int Loops, int Decided, int Published, int Closed, int Reopened, LoopClosure Closure, ConfirmationFigures Confirmation);

/// <summary>Whether people say that they are answered. Silence is not yes: who says nothing is not counted.</summary>
/// <param name="Yes">How many say that they are.</param>
/// <param name="Partly">How many say that they are in part.</param>
/// <param name="No">How many say that they are not.</param>
/// <param name="ConfirmedLoops">How many loops are confirmed: by enough people, or by both groups where few have answered.</param>
public sealed record ConfirmationFigures(int Yes, int Partly, int No, int ConfirmedLoops)
{
    /// <summary>From 0 to 1; null where nobody has answered.</summary>
    public double? Share => Yes + Partly + No is var answers and > 0 ? (double)Yes / answers : null;
}
