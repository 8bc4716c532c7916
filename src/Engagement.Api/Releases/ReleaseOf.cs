using Engagement.Consultations;
using Engagement.LocalOffer;
using Engagement.Releases;
using Engagement.SurveyResults;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Releases;

/// <summary>What figures are drafted of: exactly one of these.</summary>
[OneOf, GraphQLName("ReleaseSubjectInput")]
public sealed record ReleaseOf
{
    /// <summary>What was answered in a wave of a survey.</summary>
    public ReleaseOfWave? WaveResults { get; init; }

    /// <summary>Who took part in the surveys of this consultation.</summary>
    [ID<ConsultationPage>]
    public Guid? Consultation { get; init; }

    /// <summary>A collated month of feedback points: any day of it.</summary>
    public DateOnly? FeedbackPointMonth { get; init; }

    /// <summary>What people said of the Local Offer in a school year, and what was answered: the year it begins in.</summary>
    public int? LocalOfferYear { get; init; }

    internal ReleaseSubject ToSubject() => this switch
    {
        { WaveResults: { } wave } => ReleaseSubject.OfWave(wave.WaveId, [.. (wave.Crossed ?? []).Select(crossed => new CrossedQuestion(crossed.Question, $"{crossed.By}"))]),
        { Consultation: { } consultation } => ReleaseSubject.OfConsultation(consultation),
        { LocalOfferYear: { } year } => ReleaseSubject.OfLocalOffer(new LocalOfferYear(Math.Clamp(year, 1, 9_998))),
        { FeedbackPointMonth: { } month } => ReleaseSubject.OfFeedbackPoints(month),
        _ => throw new InvalidOperationException("One of the subjects is given."),
    };
}

/// <summary>What was answered in a wave of a survey.</summary>
/// <param name="WaveId">The wave.</param>
/// <param name="Crossed">Questions that are also broken down by the groups that answered them.</param>
[GraphQLName("ReleaseOfWaveInput")]
public sealed record ReleaseOfWave([property: ID<WaveSheet>] Guid WaveId, IReadOnlyList<ReleaseCrossed>? Crossed);

/// <summary>A question of a survey that is also released by the groups that answered it.</summary>
/// <param name="Question">The key of a question that is answered with one option.</param>
/// <param name="By">What it is broken down by.</param>
[GraphQLName("CrossedQuestionInput")]
public sealed record ReleaseCrossed(string Question, Breakdown By);
