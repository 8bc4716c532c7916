using Engagement.Web.Consultations;
using Engagement.Web.Documents;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.HaveYourSay;

internal sealed class SurveyReader(IEngagementGraphQL graphQL, AnswerCookie cookie)
{
    private static readonly string Document = GraphQLDocument.Read("HaveYourSay/Survey.graphql");
    private static readonly string WaveDocument = GraphQLDocument.Read("HaveYourSay/SurveyOfWave.graphql");

    /// <summary>The way of whoever asks through the survey, under the face of the page: with the answers on this device, in the form in which they read it.</summary>
    public Task<Walk?> FindAsync(string slug, HttpContext context, CancellationToken ct) =>
        FindAsync(slug, SurveyPages.FaceOf(context), cookie.Read(context, slug), context, ct);

    public async Task<Walk?> FindAsync(string slug, SurveyFace face, AnswerDraft? draft, HttpContext context, CancellationToken ct)
    {
        var form = draft?.Form ?? SurveyForm.Standard;
        var walk = await ReadAsync(slug, face, draft, form, context, ct);
        // A form that was taken back while somebody read it: the questions are the same in the standard one.
        return walk is { Wave: { Questionnaire: null }, Draft: { } begun } && form != SurveyForm.Standard
            ? await ReadAsync(slug, face, begun with { Form = SurveyForm.Standard }, SurveyForm.Standard, context, ct)
            : walk;
    }

    /// <summary>The way that answers to one survey have gone, whatever its consultation asks by now.</summary>
    public async Task<Walk?> FindOfWaveAsync(string id, AnswerDraft draft, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(WaveDocument, new { id, rendition = NameOf(draft.Form.Kind), language = draft.Form.Language }, context, ct);
        return reply.Get<SurveyWave>("wave") is { Questionnaire: not null } wave
            ? new Walk(SurveyFace.Public, new Survey("", "", default, [], "", default, null, null, null, new SurveyName(wave.Id), [wave]), draft)
            : null;
    }

    private async Task<Walk?> ReadAsync(string slug, SurveyFace face, AnswerDraft? draft, SurveyForm form, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { slug, rendition = NameOf(form.Kind), language = form.Language }, context, ct);
        return reply.Get<Survey>("consultationBySlug") is { } survey ? new Walk(face, survey, draft) : null;
    }

    internal static string NameOf(RenditionKind kind) => kind switch
    {
        RenditionKind.EasyRead => "EASY_READ",
        RenditionKind.Paper => "PAPER",
        RenditionKind.Translation => "TRANSLATION",
        _ => "STANDARD",
    };
}
