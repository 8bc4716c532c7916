namespace Engagement.Surveys;

public enum WaveState
{
    Coming,
    Open,
    Closed,
}
