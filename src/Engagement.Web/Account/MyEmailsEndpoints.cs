using Engagement.Web.Consultations;
using Engagement.Web.Documents;
using Engagement.Web.Emails;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Account;

/// <summary>What is sent to whoever has an account, chosen without the link of an e-mail: for parents and carers, and for young people in few words.</summary>
internal static class MyEmailsEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("Account/MyEmails.graphql");
    private static readonly string AllowDocument = GraphQLDocument.Read("Account/GivePermission.graphql");
    private static readonly string GiveDocument = GraphQLDocument.Read("Account/GiveAddress.graphql");
    private static readonly string StopDocument = GraphQLDocument.Read("Emails/StopEmails.graphql");

    public static void MapMyEmails(this IEndpointRouteBuilder pages)
    {
        Map(Links.MyEmails, Site.Pact);
        Map(Links.VoiceEmails, Site.Voice);

        void Map(string here, Site site)
        {
            pages.MapGet(here, (string? done, string? @for, string? about, string? district, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
                ShowAsync(site, ConsultationsAsked.Of(null, @for, about, district), done, null, [], g, c, ct));
            pages.MapPost(here, (IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ChooseAsync(site, here, g, c, ct));
            // A refused form leaves its address in the browser, where a reload asks for it.
            pages.MapGet($"{here}/address", (HttpContext c) => Page.SeeOther($"{here}{c.Request.QueryString}"));
            pages.MapPost($"{here}/address", (string? @for, string? about, string? district, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
                GiveAsync(site, here, ConsultationsAsked.Of(null, @for, about, district), g, c, ct));
            pages.MapGet($"{here}/stop", async (IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            {
                await FindAsync(g, c, ct);
                return ShowStop(site, here, []);
            });
            pages.MapPost($"{here}/stop", (IEngagementGraphQL g, HttpContext c, CancellationToken ct) => StopAsync(site, here, g, c, ct));
        }
    }

    private static async Task<IResult> ShowAsync(
        Site site,
        ConsultationsAsked asked,
        string? done,
        SubmittedForm? given,
        IReadOnlyList<FieldError> errors,
        IEngagementGraphQL graphQL,
        HttpContext context,
        CancellationToken ct)
    {
        var (me, choices) = await FindAsync(graphQL, context, ct);
        return Page.Of<MyEmailsPage>(
            new { Me = me, Choices = choices, Site = site, Asked = asked, Done = done, Given = given?["address"], MayWrite = given?["mayWrite"] == "yes", Errors = errors },
            errors.Status());
    }

    private static async Task<IResult> ChooseAsync(Site site, string here, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var errors = await ChosenEmails.ChooseAsync(token: null, await SubmittedForm.ReadAsync(context, ct), graphQL, context, ct);
        return errors.Count == 0
            ? Page.SeeOther(Links.With(here, ("done", "saved")))
            : await ShowAsync(site, ConsultationsAsked.Of(null, null, null, null), null, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> GiveAsync(
        Site site, string here, ConsultationsAsked asked, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = !form.IsTrusted ? [FieldError.PageTooOld]
            : form["address"].Length == 0 ? [new FieldError("Enter an e-mail address in the correct format, like name@example.com", "address", "ADDRESS_INVALID")]
            : await GiveAsync(site, form, graphQL, context, ct);
        errors = [.. errors.Select(e => e.Code == "CONTACT_NOT_ALLOWED" ? new FieldError("Say first that we may write to you", "mayWrite", e.Code) : e.Field is "address" ? e : e with { Field = null })];
        return errors.Count == 0 ? Page.SeeOther(asked.At(here)) : await ShowAsync(site, asked, null, form, errors, graphQL, context, ct);
    }

    /// <summary>A tick in the same form says that they may be written to. It is kept once nothing else is wrong, so that a form that is refused has saved nothing.</summary>
    private static async Task<IReadOnlyList<FieldError>> GiveAsync(Site site, SubmittedForm form, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var errors = await GiveAddressAsync();
        if (form["mayWrite"] != "yes" || errors is not [{ Code: "CONTACT_NOT_ALLOWED" }])
            return errors;
        var allow = new { permission = "CONTACT", givenBy = "SELF" };
        errors = (await graphQL.ExecuteAsync(AllowDocument, new { input = allow }, context, ct)).PayloadErrors("givePermission");
        return errors.Count == 0 ? await GiveAddressAsync() : errors;

        async Task<IReadOnlyList<FieldError>> GiveAddressAsync()
        {
            var input = new { address = form["address"], audience = site == Site.Voice ? "YOUNG_PEOPLE" : "FAMILIES", language = Languages.Current.Name };
            return (await graphQL.ExecuteAsync(GiveDocument, new { input }, context, ct)).PayloadErrors("giveAddress");
        }
    }

    private static async Task<IResult> StopAsync(Site site, string here, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = form.IsTrusted
            ? (await graphQL.ExecuteAsync(StopDocument, new { input = new { } }, context, ct)).PayloadErrors("stopNotifications")
            : [FieldError.PageTooOld];
        return errors.Count == 0 ? Page.SeeOther(Links.With(here, ("done", "stopped"))) : ShowStop(site, here, [.. errors.Select(e => e with { Field = null })]);
    }

    private static IResult ShowStop(Site site, string here, IReadOnlyList<FieldError> errors) =>
        Page.Of<StopMyEmailsPage>(new { Site = site, Here = here, Errors = errors }, errors.Status());

    /// <summary>Leads to the sign-in whoever has not signed in.</summary>
    private static async Task<(Me Me, EmailChoices? Choices)> FindAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, null, context, ct);
        return reply.Get<Me>("me") is { SignedIn: true } me ? (me, reply.Get<EmailChoices>("notificationChoices")) : throw new SignInNeededException();
    }
}
