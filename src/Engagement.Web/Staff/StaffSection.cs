using Engagement.Web.Staff.Actions;
using Engagement.Web.Staff.Activities;
using Engagement.Web.Staff.Charter;
using Engagement.Web.Staff.Consultations;
using Engagement.Web.Staff.EvidencePacks;
using Engagement.Web.Staff.Feedback;
using Engagement.Web.Staff.Groups;
using Engagement.Web.Staff.LocalOffer;
using Engagement.Web.Staff.Loops;
using Engagement.Web.Staff.Measures;
using Engagement.Web.Staff.Messages;
using Engagement.Web.Staff.Moderation;
using Engagement.Web.Staff.Notifications;
using Engagement.Web.Staff.Paper;
using Engagement.Web.Staff.People;
using Engagement.Web.Staff.Privacy;
using Engagement.Web.Staff.Releases;
using Engagement.Web.Staff.Reminders;
using Engagement.Web.Staff.Results;
using Engagement.Web.Staff.Safeguarding;
using Engagement.Web.Staff.Statements;
using Engagement.Web.Staff.Surveys;
using Engagement.Web.Staff.Themes;
using Engagement.Web.Staff.Webhooks;

namespace Engagement.Web.Staff;

/// <summary>A part of the staff's pages, shown to those whom it is of use to.</summary>
/// <param name="Address">Where it begins.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Hint">What one does there, for somebody who is new.</param>
/// <param name="AnyOf">The permissions of which one suffices.</param>
/// <param name="InMenu">Whether it is used so often that it is in the menu of every page.</param>
internal sealed record StaffSection(string Address, string Text, string Hint, string[] AnyOf, bool InMenu = true)
{
    public static IReadOnlyList<StaffSection> All { get; } =
    [
        new(Links.Staff, "Today", "What waits for you: what is overdue first, then what has waited longest.", ["workbench.read"]),
        new(Links.StaffConsultations, "Consultations", "Set up, open and close consultations, and see how they are answered.",
            ["consultations.read-drafts", "metrics.read", "loops.read"]),
        new(SurveyLinks.List, "Surveys", "Write the questions, try them out, and give them their Easy Read and other words.", [SurveyDesks.Edit, SurveyDesks.Read]),
        new(ThemeLinks.Themes, "Themes", "Every point that people made: what it means, who made it, and what becomes of it.", ["loops.read"]),
        new(LoopsLinks.Board, "Loops", "Take themes to a decision, see what is due, and bring the answer back to families.", ["loops.read"]),
        new(ModerationLinks.Queue, "Moderation", "Read what families write in the forums before others do, decide on it, and answer appeals.", [ModerationEndpoints.Permission]),
        new(SafeguardingLinks.Items, "Safeguarding", "See what may mean that somebody is at risk, take it, and say how it ended.", [SafeguardingEndpoints.Permission]),
        new(ResultsLinks.Results, "Results", "See what was answered, wave by wave, who took part, and how loops close.",
            ["results.read-exact", "metrics.read", "releases.read"]),
        new(ActivityLinks.List, "Activities", "Plan meetings, workshops and visits, and record who came and what they said.", ["activities.read"]),
        new(LoopsLinks.Reading, "Words to read", "Say for families whether drafted words are plain, and whether an answer answers them.", ["entries.sign-plain-language"], InMenu: false),
        new(ConsultationLinks.Waves, "Runs of surveys", "Schedule surveys, open and extend them, and say how many are invited.", ["consultations.read-drafts"], InMenu: false),
        new(PaperLinks.All, "Paper forms", "Type in forms that came on paper, check those of others, and import files of them.", ["paper.key"], InMenu: false),
        new(ReleaseLinks.Releases, "Releases", "Check figures for the public, approve them, and publish them for good.", ["releases.read"], InMenu: false),
        new(Links.StaffForums, "Forums", "Open the council’s forums, ask questions in them, and say what you heard.", ["forums.run"], InMenu: false),
        new(FeedbackLinks.List, "Complaints and compliments", "Log what people tell of their own accord, answer it, and draw a lesson from it.",
            ["logged-feedback.read"], InMenu: false),
        new(FeedbackLinks.Volumes, "Complaints beside participation", "See whether complaints and taking part fall together: that may be silence.", ["metrics.read"], InMenu: false),
        new(LocalOfferLinks.Section, "Comments on the Local Offer", "Put together what was said of the Local Offer in a year and what was answered, and see what is missing.",
            [LocalOfferEndpoints.Permission], InMenu: false),
        new(ActionLinks.List, "Key actions", "See whether what the plan promises moves: milestones, what shows them, and how families shaped them.", ["actions.read"], InMenu: false),
        new(MeasureLinks.List, "Measures", "See how the plan’s measures stand against their targets, and report figures.", ["measures.read"], InMenu: false),
        new(NotificationLinks.All, "Messages to families and staff", "Read every e-mail that people who took part may get, in each language, as they see it, and the reminders of staff.",
            [NotificationEndpoints.Permission], InMenu: false),
        new(ReminderLinks.Settings, "Reminders by e-mail", "Be reminded in the morning of what falls due: reports, promises, requests for erasure.", ReminderEndpoints.AnyOf, InMenu: false),
        new(GroupLinks.List, "Groups and seats", "The groups that decide, and the seats that parents and carers have in them.", ["governance.run"], InMenu: false),
        new(CharterLinks.List, "Charter", "See whether services are commissioned as the charters promise, claim evidence, and accept or dispute it.", [CharterEndpoints.Read], InMenu: false),
        new(EvidenceLinks.List, "Evidence packs", "Have all the evidence put together for an inspection or the review of a contract, as at any day.", [EvidenceEndpoints.Permission], InMenu: false),
        new(StatementLinks.List, "Statements of commitment", "See which inclusion statements have evidence that they are kept, give it, and accept or dispute it.", [CharterEndpoints.Read], InMenu: false),
        new(PeopleLinks.List, "People", "Take in somebody whom you met, and record what they need to take part.", ["participants.record-access-needs"], InMenu: false),
        new(SafeguardingLinks.Holds, "Records on hold", "Keep a record from being erased while it is needed to protect somebody.", [SafeguardingEndpoints.Permission], InMenu: false),
        new(PrivacyLinks.Erasure, "Requests to erase", "Answer within a month who asks for their words to be erased, and be one of the two people who do it.", [ErasureEndpoints.DestroyPermission], InMenu: false),
        new(PrivacyLinks.AccessLog, "Access log", "See who read what people said in confidence, and why.", [PrivacyEndpoints.AccessLogPermission], InMenu: false),
        new(PrivacyLinks.Retention, "How long we keep things", "See the rules for deleting, and what they have deleted.", [PrivacyEndpoints.RetentionPermission], InMenu: false),
        new(PrivacyLinks.Sessions, "Sessions of others", "Sign somebody out everywhere when their account may be in the wrong hands.", [PrivacyEndpoints.SessionsPermission], InMenu: false),
        new(PrivacyLinks.Keys, "Keys of programs", "Give programs keys to the API, and take them back.", [PrivacyEndpoints.KeysPermission], InMenu: false),
        new(WebhookLinks.List, "Webhooks", "Have programs of others told when something is published, and see what they took.", [WebhookEndpoints.Permission], InMenu: false),
        new(MessagesLinks.List, "Background work", "See what the platform has yet to do and what it could not, and have it try again.", [MessagesEndpoints.Permission], InMenu: false),
    ];

    public static IEnumerable<StaffSection> For(Viewer viewer) => All.Where(section => section.AnyOf.Any(viewer.May)).Select(section => OwnOf(viewer, section));

    // Kent PACT runs its forums on its own pages, and may not see those of the council.
    private static StaffSection OwnOf(Viewer viewer, StaffSection section) => section.Address == Links.StaffForums && viewer.IsOfPact
        ? section with { Address = Links.RunForums, Hint = "Open Kent PACT’s forums, ask questions in them, and say what you heard." }
        : section;
}
