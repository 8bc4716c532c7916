using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Consultations;

public enum TaskState
{
    ToDo,
    Done,
    Optional,
}

/// <summary>One of the things to do before a consultation opens.</summary>
/// <param name="Key">What its address and its refusals call it.</param>
/// <param name="Title">What there is to do.</param>
/// <param name="Note">How far it is, or why it is needed.</param>
/// <param name="State">Whether it is done.</param>
public sealed record SetupTask(string Key, string Title, string Note, TaskState State)
{
    public const string About = "about";
    public const string Proposal = "proposal";
    public const string Options = "options";
    public const string Equality = "equality";
    public const string Audiences = "audiences";
    public const string Subject = "subject";
    public const string Versions = "versions";
    public const string Survey = "survey";

    /// <summary>What each refusal to open is about, by its code, so that it stands beside the task that answers it.</summary>
    private static readonly Dictionary<string, string> TaskOfRefusal = new()
    {
        ["DECISION_MAKER_MISSING"] = About,
        ["PROPOSAL_MISSING"] = Proposal,
        ["REASONS_MISSING"] = Proposal,
        ["EQUALITY_ANALYSIS_MISSING"] = Equality,
        ["EASY_READ_MISSING"] = Versions,
        ["ALTERNATIVE_FORMAT_MISSING"] = Versions,
    };

    public static string? ForRefusal(string? code) => code is not null && TaskOfRefusal.TryGetValue(code, out var task) ? task : null;

    public static IReadOnlyList<SetupTask> Of(ConsultationFile file, IReadOnlyList<ScheduledWave> waves)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(waves);
        return [TitleAndOwner(file), ProposalOf(file), OptionsOf(file), EqualityOf(file), AudiencesOf(file), SubjectOf(file), VersionsOf(file), SurveyOf(file, waves)];
    }

    private static SetupTask TitleAndOwner(ConsultationFile file) => file.DecisionMaker.Length == 0
        ? new(About, "Title and owner", "Say who decides. It is needed before the consultation opens.", TaskState.ToDo)
        : new(About, "Title and owner", $"{file.OwnerRole} runs it. {file.DecisionMaker} decides, by {Dates.Text(file.DecisionExpectedOn)}.", TaskState.Done);

    private static SetupTask ProposalOf(ConsultationFile file) => file.Proposal switch
    {
        null => new(Proposal, "Proposal and reasons", "Say what is proposed, and why.", TaskState.ToDo),
        { Reasons: "" } => new(Proposal, "Proposal and reasons", "The proposal is there. Its reasons are still to be written.", TaskState.ToDo),
        var proposal => new(Proposal, "Proposal and reasons", $"Last written on {Dates.Text(proposal.PublishedAt)}.", TaskState.Done),
    };

    private static SetupTask OptionsOf(ConsultationFile file) => file.OptionsRejected.Count == 0
        ? new(Options, "Options that were rejected", "Say what else was considered, and why it is not proposed.", TaskState.Optional)
        : new(Options, "Options that were rejected", $"{ConsultationWords.Several(file.OptionsRejected.Count, "option is", "options are")} recorded.", TaskState.Done);

    private static SetupTask EqualityOf(ConsultationFile file) => file.EqualityAnalysisUrl is null
        ? new(Equality, "Equality analysis", "Link what the proposal could mean for different groups of people.", TaskState.ToDo)
        : new(Equality, "Equality analysis", "Linked.", TaskState.Done);

    private static SetupTask AudiencesOf(ConsultationFile file) => file.Audiences.Count == 0
        ? new(Audiences, "Who is asked", file.AudienceIncludesChildren ? "Everybody, children and young people too." : "Everybody but children and young people, unless you say more.", TaskState.Optional)
        : new(Audiences, "Who is asked", $"{string.Join(", ", file.Audiences.Select(audience => audience.Words()))}.", TaskState.Done);

    private static SetupTask SubjectOf(ConsultationFile file) => file.About.Count + file.Districts.Count == 0
        ? new(Subject, "What it is about", "Name it, so that people find it and those who asked to hear of such things are told.", TaskState.Optional)
        : new(Subject, "What it is about", file.Subject, TaskState.Done);

    private static SetupTask VersionsOf(ConsultationFile file)
    {
        var there = file.Renditions.Where(rendition => rendition.Kind is not RenditionKind.Standard && rendition.CanBeRead).Select(rendition => rendition.Kind).Distinct().ToList();
        var have = there.Count == 0 ? "" : $"{string.Join(", ", there.Select(kind => kind.Words()))}. ";
        return (file.AsksYoungPeople && !there.Contains(RenditionKind.EasyRead), there.Count == 0) switch
        {
            (true, _) => new(Versions, "Other versions", $"{have}Easy Read is needed, because children or young people are asked.", TaskState.ToDo),
            (_, true) => new(Versions, "Other versions", "At least one is needed: Easy Read, paper or a translation.", TaskState.ToDo),
            _ => new(Versions, "Other versions", have.TrimEnd(), TaskState.Done),
        };
    }

    private static SetupTask SurveyOf(ConsultationFile file, IReadOnlyList<ScheduledWave> waves)
    {
        if (waves.Count == 0)
            return new(Survey, "Survey", "Choose the questions. Without a survey nobody can answer online.", TaskState.ToDo);
        var names = $"{string.Join(", ", waves.Select(wave => wave.Name))}.";
        return file.WithoutSurvey(waves) is { Count: > 0 } without
            ? new(Survey, "Survey", $"{names} {Missing(without)}", TaskState.ToDo)
            : new(Survey, "Survey", names, TaskState.Done);
    }

    /// <summary>What is said where people are asked whom no survey asks.</summary>
    internal static string Missing(IReadOnlyList<Audience> without) =>
        $"No survey asks {string.Join(" or ", without.Select(audience => Lower(audience.Words())))}, though the consultation does. Schedule one for them, or change who is asked.";

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
