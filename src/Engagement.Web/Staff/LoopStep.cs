using Engagement.Web.Documents;
using Engagement.Web.Forms;

namespace Engagement.Web.Staff;

/// <summary>
/// One of the steps an officer takes in a loop: its form's fields, and the mutation that carries it out. Fields have the names of
/// the mutation's input, so that what is refused can be shown beside the field it is about; on the page the step's name goes first.
/// </summary>
internal sealed record LoopStep(string Name, string Document, string Mutation, Func<LoopForm, IReadOnlyList<FieldError>> Check, Func<string, LoopForm, int?, object> Input)
{
    public static IReadOnlyList<LoopStep> All { get; } =
    [
        new("decision", GraphQLDocument.Read("Staff/RecordDecision.graphql"), "recordDecision",
            form =>
            [
                .. Required(form, "outcome", "Choose what was decided"),
                .. RequiredDay(form, "decidedOn", "Enter the day of the decision"),
                .. Required(form, "maker", "Enter who decided"),
                .. Required(form, "reasons", "Enter the reasons"),
                .. Required(form, "alternatives", "Enter the other options you considered, or say there were none and why"),
            ],
            (id, form, version) => new
            {
                loopId = id,
                outcome = form["outcome"],
                decidedOn = form.Day("decidedOn"),
                maker = form["maker"],
                reasons = form["reasons"],
                alternatives = form["alternatives"],
                conflicts = form.Optional("conflicts"),
                idempotencyKey = form["_key"],
                expectedVersion = version,
            }),
        new("commitment", GraphQLDocument.Read("Staff/MakeCommitment.graphql"), "makeCommitment",
            form =>
            [
                .. Required(form, "text", "Enter what we promise to do"),
                .. Required(form, "ownerRole", "Enter the role that looks after it"),
                .. RequiredDay(form, "dueOn", "Enter the day it will be done by"),
            ],
            (id, form, version) => new
            {
                loopId = id,
                text = form["text"],
                ownerRole = form["ownerRole"],
                dueOn = form.Day("dueOn"),
                idempotencyKey = form["_key"],
                expectedVersion = version,
            }),
        new("action", GraphQLDocument.Read("Staff/TakeAction.graphql"), "takeAction",
            form =>
            [
                .. Required(form, "whatChanged", "Add what changed. Use ‘We will’ if it has not happened yet"),
                .. Required(form, "proofUrl", "Enter the address of the proof"),
                .. RequiredDay(form, "takenOn", "Enter the day it changed"),
            ],
            (id, form, version) => new
            {
                loopId = id,
                whatChanged = form["whatChanged"],
                proofUrl = form["proofUrl"],
                takenOn = form.Day("takenOn"),
                idempotencyKey = form["_key"],
                expectedVersion = version,
            }),
        new("entry", GraphQLDocument.Read("Staff/PublishEntry.graphql"), "publishEntry",
            form =>
            [
                .. Required(form, "youSaid", "Enter what people said"),
                .. Required(form, "weDid", "Enter what we did, will do or cannot do"),
            ],
            (id, form, version) => new
            {
                loopId = id,
                youSaid = form["youSaid"],
                weDid = form["weDid"],
                approvedBy = form.Optional("approvedBy"),
                idempotencyKey = form["_key"],
                expectedVersion = version,
            }),
    ];

    public FieldError PointAtField(FieldError error) => error.Field is null ? error : error with { Field = $"{Name}-{error.Field}" };

    private static IEnumerable<FieldError> Required(LoopForm form, string field, string message) =>
        form[field].Length == 0 ? [new FieldError(message, field)] : [];

    private static IEnumerable<FieldError> RequiredDay(LoopForm form, string field, string message) =>
        form.Day(field) is null ? [new FieldError(message, field)] : [];
}
