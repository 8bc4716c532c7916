using Engagement.Web.HaveYourSay;
using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Track;

public sealed record Journey(
    string Reference,
    DateTimeOffset SubmittedAt,
    JourneyConsultation? Consultation,
    IReadOnlyList<JourneyStep> Steps,
    IReadOnlyList<EntryCardData> Entries,
    IReadOnlyList<JourneyAnswer>? Answers = null)
{
    /// <summary>The steps this journey goes through: where every answer was "we cannot", nothing is left to be done.</summary>
    public IReadOnlyList<JourneyStep> StepsOnTheWay =>
        Entries.Count > 0 && Entries.All(e => e.State is EntryState.WeCannot)
            ? [.. Steps.Where(s => s.Kind is not JourneyStepKind.Done || s.At is not null)]
            : Steps;

    /// <summary>The journey of answers that were taken back goes no further.</summary>
    public Journey For(OwnResponse? own) => own is { IsWithdrawn: true } ? this with { Steps = [.. Steps.Where(s => s.At is not null)] } : this;

    public JourneyStep? Next => StepsOnTheWay.FirstOrDefault(s => s.At is null);

    /// <summary>Whether the person may say if an entry answers them, and what they have said.</summary>
    public JourneyAnswer? AnswerOf(string entry) => Answers?.FirstOrDefault(answer => answer.Entry.Slug == entry);
}

public sealed record JourneyConsultation(string Slug, string Title, DateOnly DecisionExpectedOn, DateOnly? ResponseDueOn);

/// <summary>One step; <c>At</c> is null while it has not happened.</summary>
public sealed record JourneyStep(JourneyStepKind Kind, DateTimeOffset? At, string? Detail);

public sealed record JourneyAnswer(bool IsAsked, ConfirmationAnswer? Given, AnsweredEntry Entry);

public sealed record AnsweredEntry(string Slug);

/// <summary>How the answers of a journey stand with whoever gave them.</summary>
public sealed record OwnResponse(DateTimeOffset? AmendedAt, bool IsWithdrawn, DateOnly? CanChangeUntil);

/// <summary>What somebody answered, to be read and changed by whoever holds the receipt.</summary>
internal sealed record OwnAnswers(DateTimeOffset SubmittedAt, DateTimeOffset? AmendedAt, bool IsWithdrawn, DateOnly? CanChangeUntil, OwnWave? Wave, FilledForm Form);

internal sealed record OwnWave(string Id, OwnConsultation? Consultation);

internal sealed record OwnConsultation(string Slug);

public enum ConfirmationAnswer
{
    Yes,
    Partly,
    No,
}

public enum JourneyStepKind
{
    Received,
    Read,
    Grouped,
    Decided,
    Done,
    Published,
    Told,
    Confirmed,
}
