namespace Engagement.Surveys;

/// <summary>Where a survey stands on a day, in London.</summary>
public enum WaveState
{
    /// <summary>It has not opened yet.</summary>
    Coming,

    /// <summary>It takes answers.</summary>
    Open,

    /// <summary>It takes no answers: its last day is over, or its consultation is paused or was withdrawn.</summary>
    Closed,
}
