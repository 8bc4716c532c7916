namespace Engagement.Web.Staff.Measures;

/// <summary>The step that a page is for.</summary>
public sealed class StepShown
{
    internal StepShown(MeasureStep step) => Step = step;

    internal MeasureStep Step { get; }
}
