using Engagement.Consultations;
using EventStore;

namespace Engagement.Surveys.Version1;

internal sealed class ResponseSubmittedUpcaster : EventUpcaster<ResponseSubmitted, Surveys.ResponseSubmitted>
{
    protected override Surveys.ResponseSubmitted Upcast(ResponseSubmitted old) => new(
        old.WaveId,
        old.ConsultationId,
        old.InstrumentId,
        old.InstrumentVersion,
        old.SubjectId,
        old.Reference,
        old.SecretHash,
        old.Channel,
        new ResponseContent(
            old.Proxy,
            Audience: null,
            RenditionKind.Standard,
            RenditionName.StandardLanguage,
            District: null,
            Need: null,
            Phase: null,
            [.. old.Answers.Select(a => new Surveys.Answer(a.QuestionKey, a.OptionKey is null ? [] : [a.OptionKey], null, null, [], a.ViewId))]),
        LateBecause: null,
        old.SubmittedAt);
}
