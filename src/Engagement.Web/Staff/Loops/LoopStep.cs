using Engagement.Web.Documents;
using Engagement.Web.Forms;

namespace Engagement.Web.Staff.Loops;

/// <summary>
/// One of the steps an officer takes in a loop: its form's fields, and the mutation that carries it out. Fields have the names of
/// the mutation's input, so that what is refused can be shown beside the field it is about; on the page the step's name goes first.
/// </summary>
internal sealed record LoopStep(
    string Name, string Document, string Mutation, string Done, Func<LoopForm, IReadOnlyList<FieldError>> Check, Func<LoopForm, Dictionary<string, object?>> Fields)
{
    public const string Decision = "decision";
    public const string Commitment = "commitment";
    public const string Reschedule = "reschedule";
    public const string Action = "action";
    public const string Entry = "entry";
    public const string Draft = "draft";
    public const string Correct = "correct";
    public const string Tell = "tell";
    public const string Ask = "ask";
    public const string Close = "close";
    public const string Reopen = "reopen";

    private static readonly Func<LoopForm, IReadOnlyList<FieldError>> Anything = _ => [];

    private static readonly Func<LoopForm, Dictionary<string, object?>> Nothing = _ => [];

    public static IReadOnlyList<LoopStep> All { get; } =
    [
        Of(
            Decision,
            "recordDecision",
            "The decision is recorded.",
            form =>
            [
                .. Required(form, "outcome", "Choose what was decided"),
                .. RequiredDay(form, "decidedOn", "Enter the day of the decision"),
                .. Required(form, "maker", "Enter who decided"),
                .. Required(form, "reasons", "Enter the reasons"),
                .. Required(form, "alternatives", "Enter the other options you considered, or say there were none and why"),
            ],
            form => new()
            {
                ["outcome"] = form["outcome"],
                ["decidedOn"] = form.Day("decidedOn"),
                ["maker"] = form["maker"],
                ["reasons"] = form["reasons"],
                ["alternatives"] = form["alternatives"],
                ["conflicts"] = form.Optional("conflicts"),
                ["reportVersionRead"] = form.Number("reportVersionRead"),
            }),
        Of(
            Commitment,
            "makeCommitment",
            "The promise is saved. Publish it so that families can see it.",
            form =>
            [
                .. Required(form, "text", "Enter what we promise to do"),
                .. Required(form, "ownerRole", "Enter the role that looks after it"),
                .. RequiredDay(form, "dueOn", "Enter the day it will be done by"),
            ],
            form => new() { ["text"] = form["text"], ["ownerRole"] = form["ownerRole"], ["dueOn"] = form.Day("dueOn") }),
        Of(
            Reschedule,
            "rescheduleCommitment",
            "The promise has its new date. The first one stays on record.",
            form =>
            [
                .. Required(form, "number", "Choose the promise that moves"),
                .. RequiredDay(form, "dueOn", "Enter the new date"),
                .. Required(form, "reason", "Enter why it moves"),
            ],
            form => new() { ["number"] = form.Number("number"), ["dueOn"] = form.Day("dueOn"), ["reason"] = form["reason"] }),
        Of(
            Action,
            "takeAction",
            "What changed is saved. Publish it so that families can see it.",
            form =>
            [
                .. Required(form, "whatChanged", "Add what changed. Use ‘We will’ if it has not happened yet"),
                .. Required(form, "proofUrl", "Enter the address of the proof"),
                .. RequiredDay(form, "takenOn", "Enter the day it changed"),
            ],
            form => new()
            {
                ["whatChanged"] = form["whatChanged"],
                ["proofUrl"] = form["proofUrl"],
                ["takenOn"] = form.Day("takenOn"),
                ["delivers"] = form.All("delivers") is { Count: > 0 } ? form.All("delivers").Select(number => int.TryParse(number, out var known) ? known : 0) : null,
            }),
        Of(
            Draft,
            "draftEntry",
            "The words are saved and wait for a family reader. Nobody else sees them until they are published.",
            EntryForm.Check,
            EntryForm.Fields),
        Of(
            Entry,
            "publishEntry",
            "Published. Everyone can see it now.",
            EntryForm.Check,
            form => new() { ["youSaid"] = form["youSaid"], ["weDid"] = form["weDid"], ["approvedBy"] = form.Optional("approvedBy") }),
        Of(
            Correct,
            "correctEntry",
            "The correction is published, with its reason on record.",
            form => [.. Required(form, "reason", "Enter what was wrong")],
            form => new() { ["reason"] = form["reason"] }),
        Of(
            Tell,
            "recordTelling",
            "It is on record that they were told.",
            form => [.. Required(form, "route", "Enter how families were told"), .. Required(form, "count", "Enter how many people were told")],
            form => new() { ["route"] = form["route"], ["count"] = form.Number("count") ?? 0 }),
        Of(Ask, "askForConfirmation", "Those who were told are asked whether it answers them.", Anything, Nothing),
        Of(Close, "closeLoop", "The loop is closed.", Anything, Nothing),
        Of(
            Reopen,
            "reopenDecision",
            "The decision is looked at again. Record the new decision when it is made.",
            form => [.. Required(form, "reason", "Enter the reason for looking at this decision again")],
            form => new() { ["reason"] = form["reason"] }),
    ];

    public static LoopStep? Find(string name) => All.FirstOrDefault(step => step.Name == name);

    /// <summary>What is sent: the form's fields, and what every change of a loop has.</summary>
    public object Input(string loopId, LoopForm form, int? version)
    {
        var input = Fields(form);
        input["loopId"] = loopId;
        // The draft that goes before a publication is a request of its own, and another one when the words are sent again.
        input["idempotencyKey"] = Name == form.Step ? form["_key"] : $"{form["_key"]}-{Name}-{version}";
        input["expectedVersion"] = version;
        return input;
    }

    /// <summary>The words of an entry have one form, whether they are drafted or published.</summary>
    public FieldError PointAtField(FieldError error) =>
        error.Field is null ? error : error with { Field = $"{(Name == Draft ? Entry : Name)}-{error.Field}" };

    private static LoopStep Of(
        string name, string mutation, string done, Func<LoopForm, IReadOnlyList<FieldError>> check, Func<LoopForm, Dictionary<string, object?>> fields) =>
        new(name, GraphQLDocument.Read($"Staff/Loops/{char.ToUpperInvariant(mutation[0])}{mutation[1..]}.graphql"), mutation, done, check, fields);

    private static IEnumerable<FieldError> Required(LoopForm form, string field, string message) =>
        form[field].Length == 0 ? [new FieldError(message, field)] : [];

    private static IEnumerable<FieldError> RequiredDay(LoopForm form, string field, string message) =>
        form.Day(field) is null ? [new FieldError(message, field)] : [];
}
