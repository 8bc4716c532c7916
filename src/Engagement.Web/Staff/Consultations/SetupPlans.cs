using Engagement.Web.Components;
using Engagement.Web.Documents;

namespace Engagement.Web.Staff.Consultations;

/// <summary>The forms by which a consultation is set up.</summary>
internal static class SetupPlans
{
    private static readonly string DraftDocument = GraphQLDocument.Read("Staff/Consultations/DraftConsultation.graphql");
    private static readonly string ChangeDraftDocument = GraphQLDocument.Read("Staff/Consultations/ChangeConsultationDraft.graphql");
    private static readonly string ProposalDocument = GraphQLDocument.Read("Staff/Consultations/PublishProposal.graphql");
    private static readonly string OptionDocument = GraphQLDocument.Read("Staff/Consultations/RecordOptionRejected.graphql");
    private static readonly string EqualityDocument = GraphQLDocument.Read("Staff/Consultations/LinkEqualityAnalysis.graphql");
    private static readonly string AudiencesDocument = GraphQLDocument.Read("Staff/Consultations/ChooseAudiences.graphql");
    private static readonly string SubjectDocument = GraphQLDocument.Read("Staff/Consultations/SayWhatItIsAbout.graphql");
    private static readonly string RenditionDocument = GraphQLDocument.Read("Staff/Consultations/AddRendition.graphql");
    private static readonly string OpenDocument = GraphQLDocument.Read("Staff/Consultations/OpenConsultation.graphql");

    /// <summary>Beginning a consultation.</summary>
    public static FormPlan Draft { get; } = new("Draft a consultation", "Draft the consultation", DraftDocument, "draftConsultation", AboutFields(null))
    {
        Lead = ["A draft is seen by staff only. After this, a list of tasks leads you to the opening: each task says which rule it answers."],
        Law = Law.FormativeStage,
    };

    /// <summary>The form of a task; null where there is none of that name.</summary>
    public static FormPlan? Of(string task, ConsultationFile file, IReadOnlyList<ScheduledWave> waves, IReadOnlyList<InstrumentChoice> instruments) => task switch
    {
        SetupTask.About => About(file),
        SetupTask.Proposal => Proposal(file),
        SetupTask.Options => Option(file),
        SetupTask.Equality => Equality(file),
        SetupTask.Audiences => Audiences(file),
        SetupTask.Subject => Subject(file),
        SetupTask.Versions => Version(file),
        SetupTask.Survey => Survey(file, waves, instruments),
        _ => null,
    };

    /// <summary>Opening it: the dates, and everything before.</summary>
    public static FormPlan Open(ConsultationFile file) => new("Open the consultation", "Open the consultation", OpenDocument, "openConsultation",
    [
        new("opensOn", "First day", FieldKind.Day) { Hint = "Today or later.", WhenMissing = "Enter the first day" },
        new("closesOn", "Last day", FieldKind.Day)
        {
            Hint = "It closes by itself at midnight at the end of this day. At least 14 days are needed. A weekday gives people a last day with help.",
            WhenMissing = "Enter the last day",
        },
        new("shorterThanSixWeeksBecause", "Why it is shorter than 6 weeks", FieldKind.Words) { Hint = "Only where it is. Everybody can read it.", Optional = true },
    ])
    {
        Law = Law.EnoughTime,
        WillHappen =
        [
            "Everybody can read the proposal, its reasons and the dates, at once.",
            "The proposal cannot be changed any more, and the closing date only moves later.",
            "Its surveys are opened with it: people can answer from the first day to the last.",
            "It opens and closes by itself. You can pause it or withdraw it, with a reason that everybody reads.",
        ],
        Ids = IdsOf(file),
        Version = file.Version,
    };

    private static FormPlan About(ConsultationFile file) => new("Title and owner", "Save the draft", ChangeDraftDocument, "changeConsultationDraft", AboutFields(file))
    {
        Lead = ["You can change this as often as you like until the consultation opens, and not after: people answer it under its title, and by who decides. Its address stays as it is."],
        Law = Law.FormativeStage,
        Now =
        [
            ("Title", file.Title), ("Who runs it", file.OwnerRole), ("Who decides", file.DecisionMaker.Length == 0 ? "Nobody is named yet" : file.DecisionMaker),
            ("Decision expected", Dates.Text(file.DecisionExpectedOn)), ("Children or young people", file.AudienceIncludesChildren ? "Are asked" : "Are not asked"),
        ],
        IsFilledIn = true,
        StoppedBy = file.IsOpened ? ["The consultation has been opened. If its title or who decides is wrong, withdraw it with the reason and draft a new one."] : [],
        Ids = IdsOf(file),
        Version = file.Version,
    };

    /// <summary>What a draft says of itself, with what it says until now.</summary>
    private static IReadOnlyList<PlannedField> AboutFields(ConsultationFile? file) =>
    [
        new("title", "Title")
        {
            Hint = "What it is about, as families will read it. You can change it until the consultation opens.",
            WhenMissing = "Enter a title for this consultation",
            First = First(file?.Title),
        },
        new("ownerRole", "Who runs it")
        {
            Hint = "A role, not a name. For example: SEND Family Engagement Officer.", WhenMissing = "Enter the role that owns this consultation", First = First(file?.OwnerRole),
        },
        new("decisionMaker", "Who decides")
        {
            Hint = "The role or body that will make the decision, for example: Cabinet Member for Education. If you do not know yet, add it before you open.",
            First = First(file?.DecisionMaker),
        },
        new("decisionExpectedOn", "When the decision is expected", FieldKind.Day)
        {
            Hint = "After people have been asked and their answers have been read. The response is due 12 weeks after the close.",
            WhenMissing = "Enter the day on which the decision is expected",
            First = file is null ? [] : [Dates.Machine(file.DecisionExpectedOn)],
        },
        new("audienceIncludesChildren", "Are children or young people asked?", FieldKind.YesOrNo)
        {
            Hint = "Then an Easy Read version is needed before it opens.",
            WhenMissing = "Say whether children or young people are asked",
            First = file is null ? [] : [file.AudienceIncludesChildren ? "true" : "false"],
        },
    ];

    private static FormPlan Proposal(ConsultationFile file) => new("Proposal and reasons", "Save the proposal", ProposalDocument, "publishProposal",
    [
        new("text", "What is proposed", FieldKind.Words)
        {
            Hint = "In plain words: what would be done, where and from when.", WhenMissing = "Enter what is proposed", First = First(file.Proposal?.Text),
        },
        new("reasons", "Why", FieldKind.Words)
        {
            Hint = "Enough for somebody outside the council to think about it and disagree. You can add them later, but not open without them.",
            Optional = true,
            First = First(file.Proposal?.Reasons),
        },
        new("impacts", "What would change for people", FieldKind.Words)
        {
            Hint = "For families, children and young people; also what could get worse.", Optional = true, First = First(file.Proposal?.Impacts),
        },
    ])
    {
        Lead = ["People answer what they read here. It can be changed as often as you like until the consultation opens, and not after."],
        Law = Law.EnoughInformation,
        Now = file.Proposal is { } proposal ? [("What is proposed", proposal.Text), ("Why", proposal.Reasons.Length == 0 ? "Not written yet" : proposal.Reasons)] : [],
        StoppedBy = file.IsOpened ? ["The consultation has been opened. People answer the proposal as it is."] : [],
        Ids = IdsOf(file),
        Version = file.Version,
    };

    private static FormPlan Option(ConsultationFile file) => new("Options that were rejected", "Record this option", OptionDocument, "recordOptionRejected",
    [
        new("option", "The option") { Hint = "What else could have been done, in a sentence." },
        new("reason", "Why it is not proposed", FieldKind.Words) { Hint = "For everybody to read." },
    ])
    {
        Lead = ["People can answer better when they know what else was looked at. Where nothing else was, say so in the reasons of the proposal."],
        Law = Law.EnoughInformation,
        AlreadyTitle = "Recorded options",
        Already = [.. file.OptionsRejected.Select(option => new AlreadyThere(option.Option, option.Reason))],
        Ids = IdsOf(file),
        Version = file.Version,
    };

    private static FormPlan Equality(ConsultationFile file) => new("Equality analysis", "Link the analysis", EqualityDocument, "linkEqualityAnalysis",
        [new("url", "Address of the analysis") { Hint = "A page that everybody can read. It begins with https://", First = First(file.EqualityAnalysisUrl) }])
    {
        Lead = ["The analysis says what the proposal could mean for groups of people, disabled children above all. It is linked from the consultation, so that people can say what it misses."],
        Law = Law.EqualityDuty,
        Ids = IdsOf(file),
        Version = file.Version,
    };

    private static FormPlan Audiences(ConsultationFile file) => new("Who is asked", "Save who is asked", AudiencesDocument, "chooseAudiences",
    [
        new("audiences", "Who is asked?", FieldKind.Several)
        {
            Hint = "All that apply. It takes the place of what was chosen before.",
            Choices = ConsultationWords.Audiences,
            WhenMissing = "Choose at least one",
            First = [.. file.AsksWhom.Select(audience => audience.InSchema())],
        },
    ])
    {
        Lead =
        [
            "Parents, young people, staff and organisations see different things, and are never counted together. Ask those whom the decision would touch.",
            .. file.Audiences.Count == 0 ? ["Nobody has chosen yet. The boxes are as it is now: everybody is asked" + (file.AsksYoungPeople ? "." : " but children and young people.")] : Array.Empty<string>(),
        ],
        Law = Law.ReasonableAdjustments,
        StoppedBy = file.IsOpened ? ["The consultation has been opened. Who is asked stays as it is."] : [],
        Ids = IdsOf(file),
        Version = file.Version,
    };

    private static FormPlan Subject(ConsultationFile file) => new("What it is about", "Save what it is about", SubjectDocument, "sayWhatItIsAbout",
    [
        new("about", "Which services is it about?", FieldKind.Several)
        {
            Hint = "All that apply. These are the kinds of services of a local offer (Children and Families Act 2014, section 30).",
            Choices = [.. SubjectArea.All.Select(area => new Choice(area.InSchema, area.Name))],
            First = file.About,
        },
        new("districts", "Which districts is it about?", FieldKind.Several)
        {
            Hint = "None for the whole county.", Choices = [.. Districts.All.Select(district => new Choice(district.Code, district.Name))], First = file.Districts,
        },
    ])
    {
        Lead = ["People find it by this. On its first day an e-mail goes to those who asked to hear of such things: where you name nothing, to everybody who asked to hear of any."],
        IsFilledIn = true,
        StoppedBy = file.IsOpened ? ["The consultation has been opened. People were told of it by what it is about, so that stays as it is."] : [],
        Ids = IdsOf(file),
        Version = file.Version,
    };

    private static FormPlan Version(ConsultationFile file) => new("Other versions", "Add this version", RenditionDocument, "addRendition",
    [
        new("kind", "Which version?", FieldKind.OneOf)
        {
            Choices =
            [
                new("EASY_READ", "Easy Read", "Short sentences with pictures, for people with learning disabilities and whoever likes it plain."),
                new("PAPER", "Paper", "To be filled in by hand, and typed in here by two people."), new("TRANSLATION", "A translation"),
            ],
            WhenMissing = "Choose which version it is",
        },
        new("language", "Language") { Hint = "Its code: en for English, pl for Polish, pa for Punjabi.", First = ["en"] },
        new("url", "Address of the document") { Hint = "Where it can be read. Easy Read and translations count once they are there; paper is made from the survey.", Optional = true },
        new("approvedByRole", "Who checked that it says the same") { Hint = "A role, not a name. For Easy Read, best somebody who reads Easy Read." },
    ])
    {
        Lead =
        [
            "At least one other version is needed. Where children or young people are asked, Easy Read is one of them.",
            "The survey's own questions in these versions are written with the survey.",
        ],
        Law = Law.ReasonableAdjustments,
        AlreadyTitle = "Versions that are there",
        Already = [.. file.Renditions.Select(version => new AlreadyThere(
            $"{version.Kind.Words()}, {Languages.Name(version.Language)}",
            version.CanBeRead ? $"Checked by: {version.ApprovedByRole}" : $"Checked by: {version.ApprovedByRole}. It does not count: no address says where it can be read.", Links.IsSafe(version.Url) ? version.Url : null))],
        Ids = IdsOf(file),
        Version = file.Version,
    };

    private static FormPlan Survey(ConsultationFile file, IReadOnlyList<ScheduledWave> waves, IReadOnlyList<InstrumentChoice> instruments) =>
        WavePlans.Schedule(instruments, file) with
        {
            AlreadyTitle = "Surveys of this consultation",
            Already = [.. waves.Select(wave => new AlreadyThere(
                wave.Name, $"{wave.StateWords()}. {wave.Audience?.Words() ?? "Everybody"}. Asks: {wave.InstrumentTitle}.", ConsultationLinks.Wave(wave.Id)))],
        };

    internal static IReadOnlyDictionary<string, object?> IdsOf(ConsultationFile file) => new Dictionary<string, object?> { ["consultationId"] = file.Id };

    private static IReadOnlyList<string> First(string? words) => string.IsNullOrEmpty(words) ? [] : [words];
}
