using EventStore;

namespace Engagement.Surveys.Version1;

internal sealed class StatementAddedUpcaster : EventUpcaster<StatementAdded, Surveys.StatementAdded>
{
    protected override Surveys.StatementAdded Upcast(StatementAdded old) => new(
        new Question(
            old.Key,
            QuestionKind.Agreement,
            old.Text,
            old.Hint,
            old.Optional,
            [.. AnswerScales.Agreement.Points, OtherAnswers.NotSure])
        {
            Scale = AnswerScales.Agreement.Key,
        });
}

internal sealed class QuestionAddedUpcaster : EventUpcaster<QuestionAdded, Surveys.QuestionAdded>
{
    protected override Surveys.QuestionAdded Upcast(QuestionAdded old) =>
        new(new Question(old.Key, old.Kind, old.Text, old.Hint, old.Optional, old.Options));
}

internal sealed class InstrumentVersionPublishedUpcaster : EventUpcaster<InstrumentVersionPublished, Surveys.InstrumentVersionPublished>
{
    protected override Surveys.InstrumentVersionPublished Upcast(InstrumentVersionPublished old) => new(old.InstrumentVersion, []);
}

internal sealed class RenditionWrittenUpcaster : EventUpcaster<RenditionWritten, Surveys.RenditionWritten>
{
    protected override Surveys.RenditionWritten Upcast(RenditionWritten old) => new(
        old.Rendition,
        old.InstrumentVersion,
        [.. old.Items.Select(item => new Surveys.RenderedItem(item.Key, item.Text, item.Hint, item.Options, item.Scale))],
        old.Author);
}

internal sealed class WaveOpenedUpcaster : EventUpcaster<WaveOpened, Surveys.WaveOpened>
{
    protected override Surveys.WaveOpened Upcast(WaveOpened old) =>
        new(old.ConsultationId, old.InstrumentId, old.InstrumentVersion, old.OpensOn, old.ClosesOn, DenominatorSetId: null);
}
