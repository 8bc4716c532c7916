namespace Engagement.Web.Staff.Today;

/// <summary>How work is called: each kind as a filter, and as what is to be done. What cannot wait comes first.</summary>
internal static class WorkWords
{
    public const string UnreadView = "UNREAD_VIEW";
    public const string Theme = "THEME_NEEDS_RESPONSE";
    public const string StandingTheme = "STANDING_THEME";
    public const string ViewElsewhere = "UNREAD_VIEW_ELSEWHERE";

    private static readonly (string Kind, string Filter, string Do)[] All =
    [
        ("SAFEGUARDING_OPEN", "Safeguarding", "Look at a safeguarding item"),
        ("ERASURE_TO_DECIDE", "Erasure to decide", "Decide on a request for erasure"),
        ("KEY_TO_DESTROY", "Keys to destroy", "Destroy a key, with a second person"),
        ("APPEAL_WAITS", "Appeals", "Answer an appeal"),
        ("CONTRIBUTION_WAITS", "Posts waiting", "Look at a post or comment"),
        ("FEEDBACK_TO_ACKNOWLEDGE", "Complaints and compliments", "Tell the person that we have it"),
        ("COMPLAINT_TO_ANSWER", "Complaints to answer", "Answer the complaint"),
        ("COMMITMENT_OVERDUE", "Promises overdue", "Keep the promise, or move its date with a reason"),
        ("MILESTONE_OVERDUE", "Milestones overdue", "Report a milestone whose day is over"),
        ("CONFIRMATION_SAYS_NO", "Not answered, people say", "Hear people who say this does not answer them"),
        ("RESPONSE_DUE", "Reports owed", "Publish the report of a closed consultation"),
        ("DECISION_REOPENED", "Decisions reopened", "Decide again"),
        ("PROMISE_TO_MAKE", "Promises to make", "Make the promise: what, who and by when"),
        ("ENTRY_TO_PUBLISH", "Words to publish", "Publish words that a family reader has approved"),
        ("DECISION_TO_PUBLISH", "Decisions to publish", "Write for families what was decided or done"),
        ("ENTRY_TO_READ", "Words to read", "Read words for families, and say if they are plain"),
        ("LOOP_DUE", "Loops due", "Take the loop’s next step"),
        ("MILESTONE_DUE", "Milestones due", "Bring a milestone to its day"),
        ("RELEASE_TO_APPROVE", "Figures to approve", "Approve figures that another person drafted"),
        ("RELEASE_TO_PUBLISH", "Figures to publish", "Publish figures that were approved"),
        ("MESSAGES_NOT_HANDLED", "Messages not handled", "See why the platform could not do something, and have it try again"),
        ("WEBHOOK_FAILING", "Webhooks that fail", "See why a program takes nothing, before its webhook is turned off"),
        ("WEBHOOK_TURNED_OFF", "Webhooks turned off", "Have a program mended that takes nothing, and turn its webhook on"),
        ("PAPER_DIFFERS", "Paper forms that differ", "Settle a paper form that two people read differently"),
        ("PAPER_TO_CHECK", "Paper forms to check", "Type in a paper form a second time"),
        ("CLAIM_TO_VERIFY", "Claims to look at", "Say whether you accept what is claimed"),
        ("NOT_APPLICABLE_TO_AGREE", "Cells to agree on", "Say whether a principle applies"),
        ("CLAIM_DISPUTED", "Disputed claims", "Settle a claim that a representative does not accept"),
        ("STATEMENT_EVIDENCE_DISPUTED", "Disputed evidence for statements", "Settle evidence that a representative does not accept"),
        ("STATEMENT_EVIDENCE_TO_CHECK", "Evidence for statements", "Say whether you accept the evidence for a statement"),
        ("RENDITION_TO_APPROVE", "Survey versions to approve", "Say if an Easy Read or translated version asks the same"),
        (Theme, "Themes to respond to", "Say what becomes of a theme"),
        (UnreadView, "Views to read", "Read and code views"),
        (StandingTheme, "Standing themes", "Respond to what people say at any time, outside consultations"),
        (ViewElsewhere, "Views outside consultations", "Read what was said in forums and activities"),
    ];

    private static readonly Dictionary<string, int> Places = All.Index().ToDictionary(one => one.Item.Kind, one => one.Index, StringComparer.Ordinal);

    /// <summary>The place of a kind among the others, what cannot wait first. A kind that these pages do not know yet is still work.</summary>
    public static int Place(string kind) => Places.TryGetValue(kind, out var place) ? place : All.Length;

    public static string Filter(string kind) => Places.TryGetValue(kind, out var place) ? All[place].Filter : Roles.Title(kind.ToLowerInvariant());

    public static string Do(string kind) => Places.TryGetValue(kind, out var place) ? All[place].Do : Roles.Title(kind.ToLowerInvariant());

    /// <summary>What there is to say of an item beside its name: whose it is, how long it waits and what it lacks.</summary>
    public static IEnumerable<string> Notes(WorkRow row, DateOnly today)
    {
        var item = row.First;
        if (item.Consultation is { } of && of.Title != item.Title)
            yield return $"{of.Title}.";
        if (item.Kind == "COMMITMENT_OVERDUE" && item.Loop?.LateOwners.ToList() is { Count: > 0 } owners)
            yield return $"Owed by: {string.Join(", ", owners)}.";
        if (item.Kind == "LOOP_DUE" && item.Loop?.Conditions?.Missing is [var missing, ..])
            yield return $"Next: {missing}.";
        if (row.Count > 1)
            yield return $"{row.Count} of those that waited longest are here.";
        if (item.DueOn is { } due)
            yield return item.IsOverdue ? $"Due on {Dates.Text(due)}." : $"{Capital(Due(due, today))}, on {Dates.Text(due)}.";
        else if (item.Kind == StandingTheme)
            yield return $"Always open. People last made this point on {Dates.Text(item.Since)}.";
        else
            yield return $"{(row.Count > 1 ? $"The first {Waits(item.Since, today)}" : Capital(Waits(item.Since, today)))}, since {Dates.Text(item.Since)}.";
    }

    /// <summary>A kind as it stands in an address.</summary>
    public static string SlugOf(string kind) => kind.ToLowerInvariant().Replace('_', '-');

    public static string KindOf(string slug) => slug.ToUpperInvariant().Replace('-', '_');

    /// <summary>For example: waits 12 days.</summary>
    public static string Waits(DateTimeOffset since, DateOnly today) => (today.DayNumber - Dates.Day(since).DayNumber) switch
    {
        <= 0 => "waits since today",
        var days => $"waits {Days(days)}",
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

    // Nobody has a feeling for 2,730 days.
    private static string Days(int days) => days switch
    {
        1 => "1 day",
        < 100 => $"{days} days",
        < 730 => $"{days / 30} months",
        _ => $"{days / 365} years",
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
