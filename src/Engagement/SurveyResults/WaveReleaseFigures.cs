using Engagement.Common;
using Engagement.Releases;
using Engagement.Surveys;
using EventStore;

namespace Engagement.SurveyResults;

/// <summary>The results of a wave for a release: what was answered, to the questions as they were asked then.</summary>
internal sealed class WaveReleaseFigures(DocumentStore store) : IReleaseFigures
{
    public ReleaseKind Kind => ReleaseKind.WaveResults;

    public async Task<IReadOnlyList<CountTable>?> TablesAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var waveId = subject.Id.GetValueOrDefault();
        if (await moment.FoldAsync<Wave>(session, waveId, cancellationToken) is not { InstrumentVersion: { } version } wave
            || await moment.FoldAsync<Instrument>(session, wave.InstrumentId, cancellationToken) is not { } instrument)
        {
            return null;
        }

        var questions = Asked(instrument, version);
        var contents = (await WaveLog.ReadAsync(session, [waveId], moment, cancellationToken))[waveId].ToList();
        var tables = new List<CountTable>();
        foreach (var voice in Voices(CountedContent.All))
            tables.AddRange(WaveTables.OfQuestions(WaveTables.NameOf(voice.Voice), voice, questions));

        foreach (var crossed in subject.Crossed.Distinct())
        {
            var question = questions.Find(q => q.Question.Key == crossed.Question);
            if (question.Question is not { } asked || !(asked.IsOnScale || asked.Kind == QuestionKind.SingleChoice) || !Enum.TryParse<Breakdown>(crossed.By, out var by))
                throw new RuleRefusedException(new Refusal("QUESTION_NOT_BROKEN_DOWN", "Choose a question that is answered with one option", "crossed"));

            tables.AddRange(Voices(by.ToString()).Select(voice => WaveTables.Crossed(WaveTables.NameOf(voice.Voice), voice, question, by.ToString())));
        }

        return tables;

        IReadOnlyList<VoiceCounts> Voices(string dimension) =>
            ResultReads.Comparable(CountedContent.Count(contents, dimension), version, instrument.Versions);
    }

    public Task<bool> AnyTakenBackSinceAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken) =>
        WaveLog.AnyTakenBackSinceAsync(store, [subject.Id.GetValueOrDefault()], moment, cancellationToken);

    // With the options of its other renditions, such as the scale of Easy Read.
    private static List<(Question Question, string[] Options)> Asked(Instrument instrument, int version)
    {
        var questionnaire = instrument.Versions.Single(v => v.Number == version).ToQuestionnaire();
        var renditions = instrument.Renditions.Where(r => r.InstrumentVersion == version).Select(r => r.Render(questionnaire)).ToList();
        return
        [
            .. questionnaire.Questions.Where(q => !q.AboutYou && q.HasOptions).Select(question => (
                question,
                (string[])
                [
                    .. question.Options.Concat(renditions.SelectMany(r => r.Questions).Where(q => q.Key == question.Key).SelectMany(q => q.Options))
                        .Select(o => o.Key).Distinct(),
                ])),
        ];
    }
}
