using Engagement.Api.Consultations;
using Engagement.Api.Releases;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Releases;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

/// <summary>One run of a survey: the questions people are asked, from one day to another.</summary>
[ObjectType<WaveSheet>, GraphQLName("Wave"), GraphQLIgnore(nameof(WaveSheet.ConsultationId), nameof(WaveSheet.InstrumentId))]
[Node, AllowAnonymous]
public static partial class WaveNode
{
    [NodeResolver]
    public static async Task<WaveSheet?> LoadAsync(Guid id, SurveyReads reads, CancellationToken cancellation) =>
        (await reads.FindSurveyAsync(id, cancellation))?.Wave;

    /// <summary>Where it stands today, in London.</summary>
    public static WaveState GetState([Parent] WaveSheet wave, TimeProvider clock) => wave.StateOn(clock.LondonToday());

    /// <summary>The consultation it is part of; null when it stands by itself.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] WaveSheet wave, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        wave.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>The questions it asks.</summary>
    public static async Task<InstrumentSheet> GetInstrumentAsync(
        [Parent] WaveSheet wave, IInstrumentByIdDataLoader instruments, CancellationToken cancellation) =>
        (await FindInstrumentAsync(wave, instruments, cancellation)).At(wave.InstrumentVersion);

    /// <summary>The forms and languages in which it can be answered; the standard one first.</summary>
    public static async Task<IReadOnlyList<RenditionName>> GetOfferedInAsync(
        [Parent] WaveSheet wave, IInstrumentByIdDataLoader instruments, CancellationToken cancellation) =>
        [RenditionName.Standard, .. (await SurveyOfAsync(wave, instruments, cancellation)).Renditions.Select(rendition => rendition.Name)];

    /// <summary>
    /// All that is needed to show the survey, in a form and language; null when it is not offered in them. A section or question is shown when all its
    /// conditions hold, judged from the first question on: a question that is not shown counts as not answered.
    /// </summary>
    /// <param name="rendition">The form.</param>
    /// <param name="language">The language, by its code.</param>
    public static async Task<Questionnaire?> GetQuestionnaireAsync(
        [Parent] WaveSheet wave,
        IInstrumentByIdDataLoader instruments,
        CancellationToken cancellation,
        RenditionKind rendition = RenditionKind.Standard,
        string language = RenditionName.StandardLanguage)
    {
        var survey = await SurveyOfAsync(wave, instruments, cancellation);
        var name = new RenditionName(rendition, language);
        return name == RenditionName.Standard
            ? new Questionnaire(survey.Sections, survey.Questions)
            : survey.Renditions.FirstOrDefault(one => one.Name == name) is { } other ? new Questionnaire(other.Sections, other.Questions) : null;
    }

    /// <summary>Its published results, the newest first; also those that have been revised since.</summary>
    public static async Task<IReadOnlyList<ReleasePage>> GetReleasesAsync(
        [Parent] WaveSheet wave, IPublishedReleasesDataLoader releases, CancellationToken cancellation) =>
        await releases.LoadAsync(ReleaseSubject.OfWave(wave.Id).Key, cancellation) ?? [];

    private static async Task<Survey> SurveyOfAsync(WaveSheet wave, IInstrumentByIdDataLoader instruments, CancellationToken cancellation) =>
        Survey.Of(wave, await FindInstrumentAsync(wave, instruments, cancellation));

    private static async Task<InstrumentSheet> FindInstrumentAsync(WaveSheet wave, IInstrumentByIdDataLoader instruments, CancellationToken cancellation) =>
        await instruments.LoadAsync(wave.InstrumentId, cancellation)
            ?? throw new InvalidOperationException($"Wave {wave.Id} names an instrument that is not there.");
}
