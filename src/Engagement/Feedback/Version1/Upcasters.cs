using EventStore;

namespace Engagement.Feedback.Version1;

internal sealed class ViewCapturedUpcaster : EventUpcaster<ViewCaptured, Feedback.ViewCaptured>
{
    protected override Feedback.ViewCaptured Upcast(ViewCaptured old) => new(
        new ViewSource(
            ViewSourceKind.Answer, old.ResponseId, new ViewQuestion(old.WaveId, old.InstrumentId, old.InstrumentVersion, old.QuestionKey)),
        old.ConsultationId,
        old.Words,
        old.SaidAt,
        Audience: null,
        Proxy: false,
        District: null,
        Need: null,
        Phase: null);
}

internal sealed class ViewCodedUpcaster : EventUpcaster<ViewCoded, Feedback.ViewCoded>
{
    protected override Feedback.ViewCoded Upcast(ViewCoded old) => new(old.ThemeId, old.ResponseId, old.ConsultationId, null);
}

internal sealed class ThemeOpenedUpcaster : EventUpcaster<ThemeOpened, Feedback.ThemeOpened>
{
    protected override Feedback.ThemeOpened Upcast(ThemeOpened old) => new(old.ConsultationId, old.Title, old.Summary);
}

internal sealed class LoopOpenedUpcaster : EventUpcaster<LoopOpened, Feedback.LoopOpened>
{
    protected override Feedback.LoopOpened Upcast(LoopOpened old) => new(old.ThemeId, old.ConsultationId);
}
