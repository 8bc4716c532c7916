namespace Engagement.Operations;

/// <summary>What each type of message does, in plain words, by its stable name.</summary>
internal static class MessageMeanings
{
    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["close_consultation"] = "Close a consultation on its day",
        ["close_wave"] = "Close a survey on its day",
        ["close_waves_of_consultation"] = "Close the surveys of a consultation that has closed",
        ["deliver_webhook"] = "Tell a program of something that was published",
        ["draft_forum_month"] = "Draft what a forum heard in a month",
        ["Engagement.EvidencePacks.MakeEvidencePack"] = "Make an evidence pack",
        ["Engagement.SignIn.SendSignInLink"] = "Send somebody the link they sign in with",
        ["erase_subject"] = "Finish erasing what a person wrote",
        ["escalate_overdue_loop"] = "Bring up a loop that is overdue",
        ["expire_claim"] = "End a claim whose evidence is too old",
        ["miss_milestone"] = "Record that a milestone was missed",
        ["prepare_morning"] = "Put the morning’s reminders together",
        ["report_meetings"] = "Report a measure from the meetings of a quarter",
        ["report_named_waves"] = "Report a measure from the surveys that name it",
        ["report_wave_actuals"] = "Report measures from a survey that has closed",
        ["run_retention"] = "Delete what was kept as long as its rule says",
        ["tell_contributors"] = "Tell people what became of what they said",
        ["tell_of_opening"] = "Tell people that a consultation opens",
    };

    public static string? Of(string type) => All.GetValueOrDefault(type);
}
