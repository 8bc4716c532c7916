namespace Engagement.Web.Staff;

internal static class StaffWords
{
    public static string Words(this ViewState state) => state switch
    {
        ViewState.Unread => "Not coded yet",
        ViewState.Coded => "Coded",
        ViewState.Withdrawn => "Withdrawn",
        _ => "Cannot be coded",
    };

    public static string Words(this LoopState state) => state switch
    {
        LoopState.Opened => "Needs a decision",
        LoopState.Decided => "Decided",
        LoopState.Committed => "Promised",
        LoopState.Acted => "Done, not published",
        LoopState.Published => "Published",
        _ => "Published and told",
    };

    public static string Words(this Channel channel) => channel switch
    {
        Channel.Web => "on the website",
        Channel.Api => "from other apps",
        _ => "on paper",
    };
}
