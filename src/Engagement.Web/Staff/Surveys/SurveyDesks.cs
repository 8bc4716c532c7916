using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff.Surveys;

/// <summary>Reads surveys for the builder's pages.</summary>
internal sealed class SurveyDesks(IEngagementGraphQL graphQL)
{
    public const string Edit = "surveys.edit";
    public const string Read = "consultations.read-drafts";

    private static readonly string MeDocument = GraphQLDocument.Read("Staff/StaffMe.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Surveys/SurveyBuilder.graphql");

    /// <summary>Who asks, of those for whom these pages are.</summary>
    public async Task<Viewer> WhoAsync(HttpContext context, CancellationToken ct, bool edits = false)
    {
        var reply = await graphQL.ExecuteAsync(MeDocument, null, context, ct);
        return edits ? Viewer.Of(reply, Edit) : Viewer.Of(reply, Edit, Read);
    }

    public async Task<SurveyDesk?> FindAsync(string id, HttpContext context, CancellationToken ct)
    {
        var viewer = await WhoAsync(context, ct);
        var reply = await graphQL.ExecuteAsync(Document, new { id, edits = viewer.May(Edit), readsDrafts = viewer.May(Read) }, context, ct);
        return reply.Get<Instrument>("instrument") is { } survey
            ? new SurveyDesk(
                viewer,
                survey,
                reply.Get<Connection<SurveyUse>>("scheduledWaves")?.Nodes ?? [],
                reply.Get<IReadOnlyList<AnswerScale>>("answerScales") ?? [],
                reply.Get<IReadOnlyList<HaveYourSay.QuestionOption>>("otherAnswers") ?? [])
            : null;
    }

    /// <summary>A page of a survey, or that there is none.</summary>
    public async Task<IResult> ShowAsync(string id, HttpContext context, Func<SurveyDesk, IResult> show, CancellationToken ct) =>
        await FindAsync(id, context, ct) is { } desk ? show(desk) : TroubleEndpoints.NotFound();

    /// <summary>As <see cref="ShowAsync"/>, for those who write the questions.</summary>
    public async Task<IResult> EditAsync(string id, HttpContext context, Func<SurveyDesk, Task<IResult>> edit, CancellationToken ct)
    {
        if (await FindAsync(id, context, ct) is not { } desk)
            return TroubleEndpoints.NotFound();
        return desk.MayEdit ? await edit(desk) : throw new NotAllowedException();
    }
}
