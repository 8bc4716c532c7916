using static Engagement.Api.Authorization.Permissions;
using static Engagement.Api.Authorization.Reach;
using static Engagement.Api.Authorization.Roles;

namespace Engagement.Api.Authorization;

/// <summary>
/// Who may do what: the one table. A role that a row does not name is refused. What anyone may do without signing in is marked on the field itself,
/// and what a thing's own rule adds to the reach is in <see cref="IObjectRule{T}"/>.
/// </summary>
public static class RoleTable
{
    /// <summary>A row for each permission.</summary>
    public static IReadOnlyList<PermissionRow> Rows { get; } =
    [
        // Consultations and surveys
        Row(ReadDrafts, "See consultations and surveys before they are opened",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer, Analyst, DecisionMaker, Administrator])),
        Row(EditConsultations, "Draft consultations, open them, move their dates and close them",
            (Everywhere, [ParticipationOfficer])),
        Row(PublishReports, "Publish the report of a closed consultation",
            (Everywhere, [ParticipationOfficer])),
        Row(EditSurveys, "Write the questions that people are asked",
            (Everywhere, [ParticipationOfficer])),
        Row(RunWaves, "Schedule, close and reopen waves, and void responses with a reason",
            (Everywhere, [ParticipationOfficer])),
        Row(KeyPaper, "Key paper forms and import batches of them",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer, Analyst])),
        Row(CheckPaper, "Check paper forms that another person keyed",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer, Analyst])),
        Row(ReadExactResults, "Read figures that are not yet made safe to publish",
            (Everywhere, [ParticipationOfficer, Analyst])),
        Row(ReadMetrics, "Read how a consultation is being answered",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer, Analyst, DecisionMaker, Commissioner, Administrator, ApiClient])),
        Row(LoadDenominators, "Take in how many people there are, for rates and comparisons",
            (Everywhere, [Analyst])),

        Row(RecordFeedbackPoints, "Record which step of the assessment a case came to",
            (Everywhere, [ParticipationOfficer, Analyst, ApiClient])),
        Row(CollateFeedbackPoints, "Close a month of feedback points, and correct it",
            (Everywhere, [ParticipationOfficer, Analyst])),

        // Each sees only the kinds of work that another of their permissions is for.
        Row(ReadWorkbench, "See what of your own work waits for you",
            (Everywhere,
            [
                ParticipationOfficer, YouthParticipationOfficer, Analyst, DecisionMaker, Commissioner, Verifier, PactForumCoordinator, PactRepresentative,
                YouthFacilitator, Moderator, SafeguardingLead, PrivacyOfficer, Administrator,
            ])),

        // From a view to "you said, we did". Each reading of views is written into the access log.
        Row(ReadViews, "Read what people said, in their words",
            (Everywhere, [ParticipationOfficer, Analyst])),
        Row(CodeViews, "Code views to themes, and open themes",
            (Everywhere, [ParticipationOfficer, Analyst])),
        Row(CodeAgain, "Code views a second time without seeing the first coding",
            (Everywhere, [ParticipationOfficer, Analyst])),
        Row(EditThemes, "Describe, split, merge, link and share back themes",
            (Everywhere, [ParticipationOfficer, Analyst])),
        Row(ReadLoops, "Read themes and what is done about them",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer, Analyst, DecisionMaker, Commissioner, Verifier, PactRepresentative, Administrator])),
        Row(Decide, "Record decisions, promises and what was done",
            (Everywhere, [ParticipationOfficer, DecisionMaker])),
        Row(SignPlainLanguage, "Say for families that the words of an entry are plain",
            (Everywhere, [PactRepresentative, YouthFacilitator])),
        Row(PublishEntries, "Publish \"you said, we did\"",
            (Everywhere, [ParticipationOfficer])),
        Row(ConfirmForFamilies, "Say for a group of families whether an answer answers them",
            (Everywhere, [PactRepresentative, YouthFacilitator])),

        // Forums. A forum of Kent PACT is run and moderated by PACT and by those it names, and an under-18 forum is moderated by those it names.
        Row(RunForums, "Establish and run a forum, its topics and its facilitators",
            (OwnSpace, [PactForumCoordinator, ParticipationOfficer, YouthParticipationOfficer])),
        Row(Moderate, "Read what waits in a forum and the ledger of decisions, and decide",
            (OwnSpace, [PactForumCoordinator, YouthFacilitator, ParticipationOfficer, YouthParticipationOfficer, Moderator])),
        Row(ChangeOwnContributions, "Read how one's own posts stand, change them, take them back and appeal",
            (Own, [ParentOrCarer, YoungPerson, OrganisationRespondent, PactMember])),

        // The seats of parents and carers in the groups that decide. Everybody may see them.
        Row(RunGovernance, "Constitute groups, give parents and carers seats in them, and appoint whom Kent PACT nominates",
            (Everywhere, [ParticipationOfficer, Commissioner])),
        Row(Nominate, "Say for Kent PACT who is to sit in its seats, and vacate them",
            (Everywhere, [PactForumCoordinator])),

        Row(ReadMeetings, "See the meetings of groups, whether parents and carers were invited and came, and what stands in the way",
            (Everywhere, [ParticipationOfficer, Analyst, DecisionMaker, Commissioner, Verifier, PactForumCoordinator, PactRepresentative, Administrator])),

        // Key actions of the plan, with their milestones.
        Row(ReadActions, "See the key actions of the plan, and how their milestones stand",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer, Analyst, DecisionMaker, Commissioner, Verifier, PactRepresentative, Administrator])),
        Row(RunActions, "Take on key actions, set their milestones and record what was achieved",
            (Everywhere, [ParticipationOfficer, DecisionMaker, Commissioner])),

        // Measures of the plan, with their baselines, targets and figures.
        Row(ReadMeasures, "See the measures of the plan, and how they stand",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer, Analyst, DecisionMaker, Commissioner, Verifier, PactRepresentative, Administrator])),
        Row(ReportActuals, "Report and correct the figures of measures, and import files of them",
            (Everywhere, [ParticipationOfficer, Analyst])),
        Row(SetMeasures, "Set baselines and targets, say how they are read, and rate otherwise than the rule",
            (Everywhere, [Analyst, DecisionMaker, Commissioner])),

        // Whether services are commissioned as the charters promise. Whoever claims it does not verify it.
        Row(ReadCharter, "See charters, and how services are commissioned by them",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer, Analyst, DecisionMaker, Commissioner, Verifier, PactForumCoordinator, PactRepresentative, YouthFacilitator, Administrator])),
        Row(RunCharter, "Adopt editions of charters, and record which groups keep to them",
            (Everywhere, [ParticipationOfficer, Commissioner])),
        Row(ClaimEvidence, "Take services round the cycle of commissioning, and claim evidence that a charter was kept",
            (Everywhere, [Commissioner])),
        Row(VerifyClaims, "Accept or dispute claims for families, and agree that something does not apply",
            (Everywhere, [Verifier, PactRepresentative, YouthFacilitator])),

        // All the evidence together, for those who answer to inspectors. Each taking of a pack is recorded.
        Row(MakeEvidencePacks, "Have evidence packs made for an inspection or the review of a contract, and take them",
            (Everywhere, [ParticipationOfficer, Analyst, DecisionMaker, Commissioner, Verifier, Administrator])),

        // Each opening of an item is an event, written before its words are shown.
        Row(OpenSafeguarding, "Open safeguarding items, with a reason, and close them",
            (Everywhere, [SafeguardingLead])),

        // Activities and the log of complaints, compliments and comments
        Row(ReadActivities, "See engagement activities with their plans and attendance",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer, Analyst, Commissioner])),
        Row(EditActivities, "Plan activities, record attendance and notes",
            (OwnArea, [ParticipationOfficer, YouthParticipationOfficer])),
        Row(ReadLoggedFeedback, "Read complaints, compliments and comments",
            (OwnArea, [ParticipationOfficer])),
        Row(AnswerLoggedFeedback, "Log complaints, compliments and comments, answer them and draw their lessons",
            (OwnArea, [ParticipationOfficer])),

        // Participants and their privacy
        Row(ChangeOwnRecord, "Read and change one's own record, permissions and answers",
            (Own, [ParentOrCarer, YoungPerson, OrganisationRespondent, PactMember])),
        Row(RecordAccessNeeds, "Record what somebody needs to take part",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer])),
        Row(RequestErasure, "Ask for one's own words to be erased",
            (Own, [ParentOrCarer, YoungPerson, OrganisationRespondent, PactMember])),
        Row(DecideErasure, "Decide on requests for erasure",
            (Everywhere, [PrivacyOfficer])),
        Row(DestroyKeys, "See requests for erasure, and be one of the two people who destroy a subject's key",
            (Everywhere, [PrivacyOfficer, Administrator])),
        Row(ReadRetention, "See how long each class of record is kept, and what its rule has deleted",
            (Everywhere, [PrivacyOfficer, Administrator])),

        Row(ReadNotifications, "See every message that people who took part may be sent",
            (Everywhere, [ParticipationOfficer, YouthParticipationOfficer, PactForumCoordinator, Administrator])),

        // Figures for the public
        Row(ReadReleases, "See figures before they are published, and have published ones made again",
            (Everywhere, [ParticipationOfficer, Analyst, DecisionMaker])),
        Row(DraftReleases, "Draft figures for publication and have them checked for disclosure",
            (Everywhere, [Analyst])),
        Row(ApproveReleases, "Approve and publish figures that another person drafted",
            (Everywhere, [DecisionMaker])),
        Row(Export, "Export published and coded data without words",
            (Everywhere, [Analyst, ApiClient])),

        // The platform itself
        Row(ReadAccessLog, "Read who opened safeguarding items and who read views",
            (Everywhere, [PrivacyOfficer])),
        Row(ManageApiKeys, "Give keys to programs, with scopes, and take them back",
            (Everywhere, [Administrator])),
        Row(ManageWebhooks, "Have programs told when something is published, and see what they took",
            (Everywhere, [Administrator]), (Own, [ApiClient])),
        Row(ManageMessages, "See what the platform could not do, have it try again, or give it up",
            (Everywhere, [Administrator])),
        Row(EndSessions, "End the sessions of somebody else at once",
            (Everywhere, [PrivacyOfficer, Administrator])),
        Row(ManageAccounts, "Give roles to people",
            (Everywhere, [Administrator])),
    ];

    /// <summary>Two permissions that no role holds together, because one person would check their own work.</summary>
    public static IReadOnlyList<(string One, string Other, string Because)> KeptApart { get; } =
    [
        (SignPlainLanguage, PublishEntries, "Whoever publishes an entry is not the family reader who signs its words"),
        (SignPlainLanguage, Decide, "Families sign what was decided; they do not decide for the council"),
        (ConfirmForFamilies, Decide, "Whether an answer answers families is for families to say"),
        (Nominate, RunGovernance, "Kent PACT chooses its own representatives"),
        (ClaimEvidence, VerifyClaims, "A claim is verified by somebody of another organisation than made it"),
        (RunCharter, VerifyClaims, "Representatives look at what commissioners say, and not at their own"),
        (DraftReleases, ApproveReleases, "Figures are approved by another person than drafted them"),
        (RequestErasure, DecideErasure, "Nobody decides on their own request"),
        (ReadAccessLog, ReadViews, "Whoever watches over access does not read what is watched"),
        (ReadAccessLog, OpenSafeguarding, "Whoever watches over access does not read what is watched"),
        (ReadAccessLog, ManageAccounts, "Whoever gives access does not watch over it"),
    ];

    /// <summary>What a role never holds, whoever asks for it.</summary>
    public static IReadOnlyList<(string Role, string[] Never, string Because)> Never { get; } =
    [
        (Administrator, [ReadViews, CodeViews, Moderate, OpenSafeguarding, ReadExactResults, ReadLoggedFeedback, ReadAccessLog],
            "An administrator keeps the platform going and reads nothing that people said"),
        (PrivacyOfficer, [ReadViews, Moderate, OpenSafeguarding, ReadExactResults, ReadLoggedFeedback],
            "The privacy officer reads who had access, and not the content"),
        (PactRepresentative, [ReadViews, Moderate], "A representative speaks for families and sees what is published to PACT"),
        (Commissioner, [ReadViews, Moderate, Decide], "A commissioner sees themes and figures, and not who said what"),
        (ApiClient, [ReadViews, Moderate, OpenSafeguarding, ReadAccessLog, ManageApiKeys, EndSessions, ManageAccounts], "A program reads no words and gives no access"),
    ];

    private static PermissionRow Row(string permission, string description, params (Reach Reach, string[] Roles)[] holders) =>
        PermissionRow.Of(permission, description, holders);
}
