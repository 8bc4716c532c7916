using Engagement.Web.Forums;

namespace Engagement.Web.Staff.Moderation;

internal static class ModerationWords
{
    private static readonly TimeSpan Promised = TimeSpan.FromDays(2);

    public static string Words(this HoldReason reason) => reason switch
    {
        HoldReason.ContactDetails => "It seems to say who or where somebody is",
        HoldReason.NeedsAnotherOpinion => "A moderator wants another one to look at it",
        _ => "Somebody may be at risk of harm",
    };

    public static string Words(this LedgerKind kind) => kind switch
    {
        LedgerKind.AppealDecided => "Appeal decided",
        LedgerKind.AppealMade => "Its author appealed",
        LedgerKind.Held => "Kept back",
        LedgerKind.Refused => "Refused",
        LedgerKind.Released => "Shown",
        LedgerKind.ReleaseApproved => "The first of two agreed to show it",
        LedgerKind.Reported => "Reported by a reader",
        LedgerKind.Returned => "Sent back to be changed",
        LedgerKind.Reversed => "The decision before was undone",
        _ => "Looked at, and it stays shown",
    };

    public static string Words(this MarkKind kind) => kind switch
    {
        MarkKind.DateOfBirth => "a date of birth",
        MarkKind.Email => "an e-mail address",
        MarkKind.NhsNumber => "an NHS number",
        MarkKind.Phone => "a phone number",
        MarkKind.PossibleDisclosure => "words that may mean that somebody is at risk",
        MarkKind.Postcode => "a postcode",
        MarkKind.SocialHandle => "a name on another service",
        MarkKind.StreetAddress => "a street and a number",
        _ => "a web address",
    };

    public static string Words(this ContributionState state) => state switch
    {
        ContributionState.Held => "Kept back",
        ContributionState.Refused => "Refused",
        ContributionState.Released => "Shown",
        ContributionState.Returned => "Sent back to its author",
        ContributionState.Waiting => "Waits to be read",
        _ => "Taken back by its author",
    };

    /// <summary>A class of reason, or the outcome of an appeal, as the ledger names it.</summary>
    public static string? ReasonWords(string? reasonClass) => reasonClass switch
    {
        null or "" or "Other" => null,
        "ContactDetails" => "It says who or where somebody is",
        "NeedsAnotherOpinion" => "For another opinion",
        "PossibleDisclosure" => "Somebody may be at risk of harm",
        "NamedChild" => "It names a child",
        "NamedPerson" or "NamesSomebody" => "It names somebody",
        "OffTopic" => "It does not belong to the question",
        "Abusive" => "It insults or attacks somebody",
        "Discriminatory" => "It speaks against a group of people",
        "Unlawful" => "Unlawful",
        "Advertising" => "It sells something",
        "Spam" => "Spam",
        "OutsideThisForum" => "Not what this forum is for",
        "SomebodyInDanger" => "Somebody may be in danger",
        "Upheld" => "The refusal stands",
        "Overturned" => "The refusal does not stand",
        _ => reasonClass,
    };

    public static string Who(this LedgerStep step) => step switch
    {
        { Person.IsYou: true } => "You",
        { Role: "system" } => "The platform",
        { Kind: LedgerKind.AppealMade } => "Its author",
        { Kind: LedgerKind.Reported } => "A reader",
        _ => Roles.Title(step.Role),
    };

    /// <summary>How long something has waited, for example: 3 hours.</summary>
    public static string Waited(DateTimeOffset since, DateTimeOffset now)
    {
        var waited = now - since;
        return waited switch
        {
            { TotalMinutes: < 60 } => Counted((int)Math.Max(waited.TotalMinutes, 0), "minute"),
            { TotalHours: < 48 } => Counted((int)waited.TotalHours, "hour"),
            _ => Counted((int)waited.TotalDays, "day"),
        };
    }

    public static string HasWaited(DateTimeOffset since, DateTimeOffset now) =>
        now - since < TimeSpan.FromMinutes(1) ? "It came just now." : $"It has waited {Waited(since, now)}.";

    /// <summary>Whether it has waited longer than its author was told that it takes.</summary>
    public static bool IsLate(DateTimeOffset since, DateTimeOffset now) => now - since > Promised;

    /// <summary>Why it waits, in a line.</summary>
    public static string WhyHere(ModeratedCase one) => one switch
    {
        { IsWithSafeguardingLead: true } => "It is with the safeguarding lead.",
        { IsAppeal: true } => "Its author appeals against the refusal.",
        { QueuedSince: null } => $"Nothing is to be decided. {one.State.Words()}.",
        { State: ContributionState.Released, History: [.., { Kind: LedgerKind.Reported } report] } =>
            $"A reader reported it{(ReasonWords(report.ReasonClass) is { } why ? $": “{why}.”" : ".")} It is shown until you decide.",
        { State: ContributionState.Released } => "It was shown at once, and nobody has looked at it yet.",
        { IsFlagged: true } => "Its words may mean that somebody is at risk. The safeguarding lead has seen it, and two moderators must agree to show it.",
        { HeldFor: { } reason } => $"{reason.Words()}.",
        _ => LastStep(one) switch
        {
            LedgerKind.Returned => "Its author has changed the words and sent it again.",
            LedgerKind.Reversed => "An earlier decision was undone.",
            _ => "It is new.",
        },
    };

    private static LedgerKind? LastStep(ModeratedCase one) => one.History is [.., var last] ? last.Kind : null;

    private static string Counted(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
