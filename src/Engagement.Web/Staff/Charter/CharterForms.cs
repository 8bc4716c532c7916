using Engagement.Web.Components;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff.Charter;

/// <summary>What the forms of claims have in common.</summary>
internal static class CharterForms
{
    /// <summary>What a representative can say of a claim, or of whether a cell applies.</summary>
    public const string Yes = "yes";
    public const string No = "no";

    private const string Withdraw = "withdraw";

    public static IReadOnlyList<Choice> Outcomes(GraphQLReply reply) =>
        [new("", "Choose"), .. (reply.Get<CharterChoices>("charterChoices")?.Outcomes ?? []).Select(one => new Choice(one.Code, one.Name))];

    /// <summary>Whether it is said of a claim or a cell what a representative says of it.</summary>
    public static List<FieldError> CheckAnswer(SubmittedForm form, string ask)
    {
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (form["answer"] is not (Yes or No))
            errors.Add(new FieldError(ask, "answer"));
        return errors;
    }

    /// <summary>Accepts, disputes or takes back a claim, as the form of its page says: what was done, and what was refused.</summary>
    /// <param name="mutations">How each is asked for.</param>
    /// <param name="id">What it is claimed of.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="form">The form.</param>
    /// <param name="mutation">Sends it.</param>
    /// <param name="context">The request.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<(string Done, List<FieldError> Errors)> DecideAsync(
        ClaimMutations mutations, string id, string claim, SubmittedForm form, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var step = form["step"] == Withdraw ? Withdraw : "verify";
        List<FieldError> errors = step != Withdraw ? CheckAnswer(form, "Say whether you accept it") : form.IsTrusted ? [] : [FieldError.PageTooOld];
        if (errors.Count == 0)
        {
            var input = new Dictionary<string, object?>
            {
                [mutations.Thing] = id,
                ["claimId"] = claim,
                ["expectedVersion"] = form.Number("version"),
                ["idempotencyKey"] = form.OrNull("key"),
            };
            if (step != Withdraw)
                input["organisation"] = form.OrNull("organisation");
            if (step == Withdraw || form["answer"] == No)
                input["reason"] = form["reason"];
            var (document, field) = step == Withdraw ? mutations.Withdraw : form["answer"] == Yes ? mutations.Verify : mutations.Dispute;
            errors.AddRange(await mutation.SendAsync(document, field, input, context, ct));
        }

        // Both forms ask for a reason.
        return (step == Withdraw ? step : form["answer"], [.. errors.Select(error => error.Field == "reason" ? error with { Field = $"{step}-reason" } : error)]);
    }
}

/// <summary>The document and the mutation by which a claim is accepted, disputed and taken back.</summary>
/// <param name="Thing">How they call the id of what it is claimed of.</param>
/// <param name="Verify">Accepts it.</param>
/// <param name="Dispute">Does not.</param>
/// <param name="Withdraw">Takes it back.</param>
internal sealed record ClaimMutations(
    string Thing, (string Document, string Field) Verify, (string Document, string Field) Dispute, (string Document, string Field) Withdraw);
