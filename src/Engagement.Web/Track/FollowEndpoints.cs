using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Track;

/// <summary>Asking to be told by e-mail what becomes of answers. It needs the secret, which this browser remembers until it is closed.</summary>
internal static class FollowEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("Track/Following.graphql");
    private static readonly string FollowDocument = GraphQLDocument.Read("Track/FollowResponse.graphql");
    private static readonly string UnfollowDocument = GraphQLDocument.Read("Track/UnfollowResponse.graphql");

    public static void MapFollow(this IEndpointRouteBuilder journey)
    {
        journey.MapGet($"/{TrackEndpoints.EMail}", (string reference, IEngagementGraphQL g, SecretCookie s, HttpContext c, CancellationToken ct) => ShowAsync(reference, null, [], g, s, c, ct));
        journey.MapPost($"/{TrackEndpoints.EMail}", ChangeAsync);
    }

    private static async Task<IResult> ShowAsync(
        string reference, SubmittedForm? form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var own = ReceiptCodes.Reference(reference);
        if (secrets.Find(context, own) is not { } secret)
            return Page.SeeOther(SurveyPages.FaceOf(context).Journey(own));

        var reply = await graphQL.ExecuteAsync(Document, new { reference = own, secret }, context, ct);
        return reply.Get<ResponseFollowing>("responseFollowing") is { } following
            ? Page.Of<FollowPage>(
                new { Reference = own, Following = following, EmailAddress = form?["address"], MayWrite = form?["mayWrite"] == "yes", Errors = errors }, errors.Status())
            : Page.SeeOther(SurveyPages.FaceOf(context).Journey(own));
    }

    private static async Task<IResult> ChangeAsync(string reference, IEngagementGraphQL graphQL, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var own = ReceiptCodes.Reference(reference);
        var face = SurveyPages.FaceOf(context);
        if (secrets.Find(context, own) is not { } secret)
            return Page.SeeOther(face.Journey(own));
        if (!form.IsTrusted)
            return await ShowAsync(own, form, [FieldError.PageTooOld], graphQL, secrets, context, ct);

        var stops = form["stop"] == "yes";
        var errors = stops
            ? (await graphQL.ExecuteAsync(UnfollowDocument, new { input = new { reference = own, secret } }, context, ct)).PayloadErrors("unfollowResponse")
            : (await graphQL.ExecuteAsync(FollowDocument, new { input = Follow(form, own, secret, face) }, context, ct)).PayloadErrors("followResponse");
        return errors.Count == 0
            ? Page.SeeOther(face.Journey(own, stops ? "unfollowed" : "followed"))
            : await ShowAsync(own, form, [.. errors.Select(e => e.Field is "address" or "mayWrite" ? e : e with { Field = null })], graphQL, secrets, context, ct);
    }

    private static object Follow(SubmittedForm form, string reference, string secret, SurveyFace face) => new
    {
        reference,
        secret,
        address = form["address"],
        mayWrite = form["mayWrite"] == "yes",
        audience = face.Site == Site.Voice ? "YOUNG_PEOPLE" : "FAMILIES",
        language = Languages.Current.Name,
    };
}
