using System.Globalization;
using Engagement.Web.Activities;
using Engagement.Web.Documents;
using Engagement.Web.Forms;

namespace Engagement.Web.Staff.Activities;

/// <summary>Something that an officer does with an activity, each on a page of its own.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Title">What it is called, on the button too.</param>
/// <param name="Hint">What it is for.</param>
/// <param name="Done">What is said when it is done.</param>
/// <param name="Mutation">The field of the schema.</param>
internal sealed record ActivityStep(string Name, string Title, string Hint, string Done, string Mutation)
{
    public required Func<PlannedActivity, bool> IsFor { get; init; }

    public required Func<SubmittedForm, IEnumerable<FieldError>> Check { get; init; }

    public required Func<Sent, object> Input { get; init; }

    public string Document { get; } = GraphQLDocument.Read($"Staff/Activities/{char.ToUpperInvariant(Mutation[0])}{Mutation[1..]}.graphql");

    public static IReadOnlyList<ActivityStep> All { get; } =
    [
        new("held", "Record that it was held", "On its day or later. Then you can record who came and what they said.", "It is recorded as held. Record who came next.", "holdActivity")
        {
            IsFor = activity => activity is { State: ActivityState.Planned, HasCome: true },
            Check = form => Day(form, "heldOn", "Enter the day on which it was held"),
            Input = sent => new { activityId = sent.Id, heldOn = sent.Form["heldOn"], expectedVersion = sent.Version, idempotencyKey = sent.Key },
        },
        new("attendance", "Record who came", "Those known by a code, and a count of the others.", "Who came is recorded.", "recordAttendance")
        {
            IsFor = activity => activity.State is ActivityState.Held,
            Check = form => Number(form, "headCount", "Enter how many more were there. Enter 0 if everybody is known by a code"),
            Input = sent => new
            {
                activityId = sent.Id,
                identified = CodesIn(sent.Form),
                headCount = WholeNumber(sent.Form["headCount"]),
                correctedBecause = sent.Form.OrNull("correctedBecause"),
                expectedVersion = sent.Version,
                idempotencyKey = sent.Key,
            },
        },
        new("notes", "Record notes", "What people said there, point by point. Each becomes a view.", "The notes are recorded. Each is a view now, and waits to be coded.", "recordNotes")
        {
            IsFor = activity => activity.State is ActivityState.Held,
            Check = form => NotesIn(form).Any() ? [] : [new FieldError("Enter what somebody said", "notes-0")],
            Input = sent => new
            {
                activityId = sent.Id,
                notes = NotesIn(sent.Form).Select(number => new
                {
                    words = sent.Form[$"notes-{number}"],
                    proxy = sent.Form[$"proxy-{number}"].Length > 0,
                    district = sent.Form.OrNull($"district-{number}"),
                    need = sent.Form.OrNull($"need-{number}"),
                    phase = sent.Form.OrNull($"phase-{number}"),
                }),
                expectedVersion = sent.Version,
                idempotencyKey = sent.Key,
            },
        },
        new("places", "Open places", "Let people sign up, or change how many can come and how they join.", "People can sign up.", "openPlaces")
        {
            IsFor = activity => activity is { State: ActivityState.Planned, Kind: not ActivityKind.OneToOne },
            Check = form => Number(form, "places", "Enter how many people can come"),
            Input = sent => new { activityId = sent.Id, places = WholeNumber(sent.Form["places"]), joining = sent.Form["joining"], expectedVersion = sent.Version, idempotencyKey = sent.Key },
        },
        new("invitations", "Record invitations", "How many went out, and how.", "The invitations are recorded.", "sendInvitations")
        {
            IsFor = activity => activity.State is ActivityState.Planned,
            Check = form => Number(form, "count", "Enter how many invitations were sent"),
            Input = sent => new { activityId = sent.Id, count = WholeNumber(sent.Form["count"]), route = sent.Form["route"], expectedVersion = sent.Version, idempotencyKey = sent.Key },
        },
        new("support", "Offer support", "What makes it possible to come: an interpreter, childcare, a quiet room.", "It is offered. Everybody sees it on the activity’s page.", "offerSupport")
        {
            IsFor = activity => activity.State is ActivityState.Planned,
            Check = form => form["kind"].Length > 0 && ActivityTerms.Supports.Has(form["kind"]) ? [] : [new FieldError("Choose what is offered", "kind")],
            Input = sent => new { activityId = sent.Id, kind = sent.Form["kind"], detail = sent.Form["detail"], expectedVersion = sent.Version, idempotencyKey = sent.Key },
        },
        new("move", "Move it to another day", "Those who signed up keep their place.", "It is moved. Tell those who signed up: nobody is written to from here.", "moveActivity")
        {
            IsFor = activity => activity.State is ActivityState.Planned,
            Check = form => Day(form, "onDay", "Enter the new day"),
            Input = sent => new { activityId = sent.Id, onDay = sent.Form["onDay"], reason = sent.Form["reason"], expectedVersion = sent.Version, idempotencyKey = sent.Key },
        },
        new("cancel", "Cancel it", "It does not take place. This cannot be taken back.", "It is cancelled. Tell those who had signed up: nobody is written to from here.", "cancelActivity")
        {
            IsFor = activity => activity.State is ActivityState.Planned,
            Check = _ => [],
            Input = sent => new { activityId = sent.Id, reason = sent.Form["reason"], expectedVersion = sent.Version, idempotencyKey = sent.Key },
        },
    ];

    public static ActivityStep? Find(string name) => All.FirstOrDefault(step => step.Name == name);

    /// <summary>The numbers of the notes that hold words, as they stand on the page.</summary>
    public static IEnumerable<int> NotesIn(SubmittedForm form) => Enumerable.Range(0, StepPage.MostNotes).Where(number => form[$"notes-{number}"].Length > 0);

    /// <summary>Those who were ticked, and the codes of others, one a line.</summary>
    public static IReadOnlyList<string> CodesIn(SubmittedForm form) =>
        [.. form.All("identified").Concat(form["others"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    private static IEnumerable<FieldError> Day(SubmittedForm form, string field, string message) => form.HasDay(field) ? [] : [new FieldError(message, field)];

    private static IEnumerable<FieldError> Number(SubmittedForm form, string field, string message) =>
        WholeNumber(form[field]) is null ? [new FieldError(message, field)] : [];

    private static int? WholeNumber(string text) =>
        int.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A form with the activity it is about.</summary>
    public sealed record Sent(string Id, SubmittedForm Form)
    {
        public int? Version => Form.Number("version");

        public string? Key => Form.OrNull("key");
    }
}
