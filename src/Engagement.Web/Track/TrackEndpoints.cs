using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Track;

internal static class TrackEndpoints
{
    /// <summary>Where somebody asks to be told by e-mail, below their journey; from the receipt they can go there at once.</summary>
    public const string EMail = "e-mail";

    private static readonly string Document = GraphQLDocument.Read("Track/Journey.graphql");
    private static readonly string PositionDocument = GraphQLDocument.Read("YouSaidWeDid/LivePosition.graphql");

    /// <summary>Maps the pages of whoever follows their answers under a face.</summary>
    public static void MapTrack(this IEndpointRouteBuilder pages, SurveyFace face)
    {
        var track = pages.MapGroup(face.Track).WithMetadata(face);
        track.MapGet("", (string? reference) => ShowForm(reference, null, []));
        track.MapPost("", OpenAsync);
        track.MapGet("/{reference}", ShowAsync);
        track.MapGet("/{reference}/parts", ShowPartsAsync);
        track.MapPost("/{reference}/forget", ForgetAsync);
        var journey = track.MapGroup("/{reference}");
        journey.MapOwnAnswers();
        journey.MapFollow();
    }

    private static async Task<IResult> OpenAsync(IEngagementGraphQL graphQL, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (typedReference, typedSecret) = (form["reference"], form["secret"]);
        var errors = Problems(form, typedReference, typedSecret);
        if (errors.Count > 0)
            return ShowForm(typedReference, typedSecret, errors);

        var (reference, secret) = (ReceiptCodes.Reference(typedReference), ReceiptCodes.Secret(typedSecret));
        Journey? journey;
        try
        {
            journey = await FindAsync(graphQL, reference, secret, context, ct);
        }
        catch (GraphQLFailedException failed) when (TooMany(failed) is not null)
        {
            return ShowForm(typedReference, typedSecret, [TooMany(failed)!], StatusCodes.Status429TooManyRequests);
        }

        if (journey is null)
        {
            return ShowForm(typedReference, typedSecret,
                [new FieldError("We cannot find answers with that reference and secret. Check both, then try again", "reference", "NOT_FOUND")]);
        }

        secrets.Remember(context, reference, secret);
        var face = SurveyPages.FaceOf(context);
        return Page.SeeOther(form["part"] == EMail ? face.JourneyPart(reference, EMail) : face.Journey(reference));
    }

    private static async Task<IResult> ShowAsync(
        string reference, string? done, IEngagementGraphQL graphQL, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var canonical = ReceiptCodes.Reference(reference);
        try
        {
            if (secrets.Find(context, canonical) is not { } secret)
                return ShowForm(canonical, null, []);
            // The position first: what happens between the two is on the page and told of again, and not on neither.
            var position = (await graphQL.ExecuteAsync(PositionDocument, null, context, ct)).Get<long>("livePosition");
            var reply = await graphQL.ExecuteAsync(Document, new { reference = canonical, secret }, context, ct);
            return reply.Get<Journey>("journey") is { } journey
                ? Page.Of<JourneyPage>(new { Journey = journey.For(reply.Get<OwnResponse>("ownResponse")), Own = reply.Get<OwnResponse>("ownResponse"), Secret = secret, Position = position, Just = done })
                : ShowForm(canonical, null, []);
        }
        catch (GraphQLFailedException failed) when (TooMany(failed) is not null)
        {
            return ShowForm(canonical, null, [TooMany(failed)!], StatusCodes.Status429TooManyRequests);
        }
    }

    /// <summary>What changes of a journey, alone, for a page that is already open to put in its place.</summary>
    private static async Task<IResult> ShowPartsAsync(
        string reference, IEngagementGraphQL graphQL, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var canonical = ReceiptCodes.Reference(reference);
        context.Response.Headers.CacheControl = "no-store";
        return secrets.Find(context, canonical) is { } secret && await FindAsync(graphQL, canonical, secret, context, ct) is { } journey
            ? Page.Of<JourneyParts>(new { Journey = journey })
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> ForgetAsync(string reference, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        if (!(await SubmittedForm.ReadAsync(context, ct)).IsTrusted)
            return Page.SeeOther(SurveyPages.FaceOf(context).Journey(reference));
        secrets.Forget(context, ReceiptCodes.Reference(reference));
        return Page.SeeOther(SurveyPages.FaceOf(context).Track);
    }

    internal static List<FieldError> Problems(SubmittedForm form, string reference, string secret)
    {
        var errors = new List<FieldError>(2);
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (reference.Length == 0)
            errors.Add(new FieldError("Enter the reference from your receipt", "reference"));
        if (secret.Length == 0)
            errors.Add(new FieldError("Enter the secret from your receipt", "secret"));
        return errors;
    }

    private static async Task<Journey?> FindAsync(IEngagementGraphQL graphQL, string reference, string secret, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { reference, secret }, context, ct);
        return reply.Get<Journey>("journey")?.For(reply.Get<OwnResponse>("ownResponse"));
    }

    /// <summary>That somebody has guessed too often, in the words of the answer.</summary>
    internal static FieldError? TooMany(GraphQLFailedException failed) =>
        failed.Errors.FirstOrDefault(error => error.Code == "RATE_LIMITED") is { } error ? new FieldError(error.Message, "secret", error.Code) : null;

    private static IResult ShowForm(string? reference, string? secret, List<FieldError> errors, int? status = null) =>
        Page.Of<TrackPage>(
            new { Reference = reference, Secret = secret, Errors = errors },
            status ?? (errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));
}
