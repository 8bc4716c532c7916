namespace Engagement.Web.Staff.Reminders;

/// <summary>The address of the reminders of staff.</summary>
internal static class ReminderLinks
{
    public const string Settings = $"{Links.Staff}/reminders";
}
