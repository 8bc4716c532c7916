namespace Engagement.Web;

public enum ConsultationState
{
    Draft,
    Coming,
    Open,
    Closed,
    Paused,
    Withdrawn,
}
