namespace Engagement.Web.Staff.Today;

/// <summary>How work is called: each kind as a filter, and as what is to be done.</summary>
internal static class WorkWords
{
    public const string UnreadView = "UNREAD_VIEW";

    private static readonly Dictionary<string, (string Filter, string Do)> ByKind = new(StringComparer.Ordinal)
    {
        [UnreadView] = ("Views to read", "Read and code a view"),
        ["THEME_NEEDS_RESPONSE"] = ("Themes to respond to", "Say what becomes of a theme"),
        ["LOOP_DUE"] = ("Loops due", "Bring a loop to its end"),
        ["COMMITMENT_OVERDUE"] = ("Promises overdue", "Keep a promise, or move its date with a reason"),
        ["DECISION_REOPENED"] = ("Decisions reopened", "Decide again"),
        ["CONFIRMATION_SAYS_NO"] = ("Not answered, people say", "Hear people who say this does not answer them"),
        ["DECISION_TO_PUBLISH"] = ("Decisions to publish", "Publish what was decided or done"),
        ["ENTRY_TO_READ"] = ("Words to read", "Read words for families, and say if they are plain"),
        ["ENTRY_TO_PUBLISH"] = ("Words to publish", "Publish words that a family reader has approved"),
        ["RESPONSE_DUE"] = ("Reports owed", "Publish the report of a closed consultation"),
        ["CONTRIBUTION_WAITS"] = ("Posts waiting", "Look at a post or comment"),
        ["APPEAL_WAITS"] = ("Appeals", "Answer an appeal"),
        ["SAFEGUARDING_OPEN"] = ("Safeguarding", "Look at a safeguarding item"),
        ["ERASURE_TO_DECIDE"] = ("Erasure to decide", "Decide on a request for erasure"),
        ["KEY_TO_DESTROY"] = ("Keys to destroy", "Destroy a key, with a second person"),
        ["PAPER_TO_CHECK"] = ("Paper forms to check", "Type in a paper form a second time"),
        ["PAPER_DIFFERS"] = ("Paper forms that differ", "Settle a paper form that two people read differently"),
        ["CLAIM_TO_VERIFY"] = ("Claims to look at", "Say whether you accept what is claimed"),
        ["NOT_APPLICABLE_TO_AGREE"] = ("Cells to agree on", "Say whether a principle applies"),
        ["CLAIM_DISPUTED"] = ("Disputed claims", "Settle a claim that a representative does not accept"),
        ["RELEASE_TO_APPROVE"] = ("Figures to approve", "Approve figures that another person drafted"),
        ["RELEASE_TO_PUBLISH"] = ("Figures to publish", "Publish figures that were approved"),
    };

    // A kind that these pages do not know yet is still work.
    public static string Filter(string kind) => ByKind.TryGetValue(kind, out var words) ? words.Filter : Roles.Title(kind.ToLowerInvariant());

    public static string Do(WorkItem item, int count) => item.Kind == UnreadView && count > 1
        ? $"Read and code {count} views"
        : ByKind.TryGetValue(item.Kind, out var words) ? words.Do : Roles.Title(item.Kind.ToLowerInvariant());

    /// <summary>A kind as it stands in an address.</summary>
    public static string SlugOf(string kind) => kind.ToLowerInvariant().Replace('_', '-');

    public static string KindOf(string slug) => slug.ToUpperInvariant().Replace('-', '_');

    /// <summary>For example: waits 12 days.</summary>
    public static string Waits(DateTimeOffset since, DateOnly today) => (today.DayNumber - Dates.Day(since).DayNumber) switch
    {
        <= 0 => "waits since today",
        1 => "waits 1 day",
        var days => $"waits {days:N0} days",
    };

    /// <summary>For example: 3 days overdue.</summary>
    public static string Late(DateOnly due, DateOnly today) => Days(today.DayNumber - due.DayNumber) + " overdue";

    /// <summary>For example: due in 3 days.</summary>
    public static string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "due today",
        1 => "due tomorrow",
        var days => $"due in {Days(days)}",
    };

    private static string Days(int days) => days == 1 ? "1 day" : $"{days:N0} days";
}
