namespace Engagement.Web.Consultations;

public sealed record WaveSummary(WaveState State);

public enum WaveState
{
    Coming,
    Open,
    Closed,
}
