namespace Engagement.Consultations;

public enum ConsultationState
{
    Draft,
    Coming,
    Open,
    Closed,
}
