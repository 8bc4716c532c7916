namespace Engagement.Web.HaveYourSay;

/// <summary>Who answers a survey.</summary>
public enum Audience
{
    ParentsAndCarers,
    YoungPeople,
    Organisations,
    Staff,
}
