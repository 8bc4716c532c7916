using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Charter;

// Adopting an edition: its words are typed or pasted, then looked at once more, with what each principle continues.
internal static partial class CharterEndpoints
{
    private static readonly string NewEditionDocument = GraphQLDocument.Read("Staff/Charter/NewEdition.graphql");
    private static readonly string AdoptDocument = GraphQLDocument.Read("Staff/Charter/AdoptCharterEdition.graphql");

    private static void MapEditions(IEndpointRouteBuilder pages)
    {
        pages.MapGet(CharterLinks.NewEdition, ShowNewEditionAsync);
        pages.MapPost(CharterLinks.NewEdition, AdoptAsync);
    }

    private static Task<IResult> ShowNewEditionAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        NewEditionAsync(null, false, [], graphQL, context, ct);

    private static async Task<IResult> AdoptAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form["step"] == NewEditionPage.Edit ? [] : CheckEdition(form);
        if (errors.Count > 0 || form["step"] != NewEditionPage.Adopt)
            return await NewEditionAsync(form, errors.Count == 0 && form["step"] != NewEditionPage.Edit, errors, graphQL, context, ct);

        var typed = EditionWords.Read(form["words"]);
        var principles = typed.Select((one, i) => (one.Title, Continues: (IReadOnlyList<string>)[.. form.All(NewEditionPage.Continues(i))])).ToList();
        var keys = EditionWords.Keys(principles);
        var (id, refusals) = await mutation.MakeAsync(
            AdoptDocument,
            "adoptCharterEdition",
            "charterEdition",
            new
            {
                charter = form["charter"],
                title = form["title"],
                from = form["from"],
                source = form["source"],
                charterEditionBeforeId = form.OrNull("before"),
                principles = typed.Select((one, i) => new
                {
                    key = keys[i],
                    title = one.Title,
                    isOurs = form["whose"] == NewEditionPage.AllOurs,
                    criteria = one.Criteria.Select((text, n) => new { key = $"{keys[i]}-{n + 1}", text, isOurs = form["whose"] != NewEditionPage.AllTheirs }),
                    continues = principles[i].Continues,
                }),
                idempotencyKey = form.OrNull("key"),
            },
            context,
            ct);

        // What is refused is mended where it was typed.
        return id is not null
            ? Page.SeeOther($"{CharterLinks.Edition(id)}?done=adopted")
            : await NewEditionAsync(
                form, false, [.. refusals.Select(error => error.Field == "principles" ? error with { Field = "words" } : error)], graphQL, context, ct);
    }

    private static List<FieldError> CheckEdition(SubmittedForm form)
    {
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (form["charter"].Length == 0)
            errors.Add(new FieldError("Enter the name that all editions of this charter share", "charter"));
        if (form["title"].Length == 0)
            errors.Add(new FieldError("Enter what this edition is called", "title"));
        if (!form.HasDay("from"))
            errors.Add(new FieldError("Enter the first day on which it holds", "from"));
        if (form["source"].Length == 0)
            errors.Add(new FieldError("Say where this edition comes from, and whose words it is in", "source"));
        if (form["whose"] is not (NewEditionPage.AllTheirs or NewEditionPage.CriteriaOurs or NewEditionPage.AllOurs))
            errors.Add(new FieldError("Say whose words they are", "whose"));
        var typed = EditionWords.Read(form["words"]);
        if (typed.Count == 0)
            errors.Add(new FieldError("Enter what this edition promises: at least one principle, on a line of its own", "words"));
        else if (typed.FirstOrDefault(one => one.Criteria.Count == 0) is { } without)
            errors.Add(new FieldError($"Say by what it is seen whether “{without.Title}” is kept: below it, a line with a hyphen for each criterion", "words"));
        return errors;
    }

    private static async Task<IResult> NewEditionAsync(
        SubmittedForm? form, bool isCheck, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(NewEditionDocument, null, context, ct);
        var viewer = Viewer.Of(reply, Run);
        var editions = reply.Get<Connection<Edition>>("charterEditions")?.Nodes ?? [];
        return Page.Of<NewEditionPage>(
            new
            {
                Viewer = viewer,
                Editions = editions,
                Fields = Fields.Of(form),
                Key = FormKey.Of(form),
                Checked = isCheck ? EditionWords.Read(form!["words"]) : null,
                Before = editions.FirstOrDefault(one => one.Id == form?["before"]),
                Errors = errors,
            },
            errors.Status());
    }
}
