namespace Engagement.Web.Staff.Moderation;

/// <summary>What the address of the queue says: which part of it, where in it, and what was just done.</summary>
/// <param name="Forum">The forum, by the readable part of its address.</param>
/// <param name="Kind">What of the queue: a value of <see cref="QueueKinds"/>.</param>
/// <param name="After">The place in the list after which the page begins.</param>
/// <param name="Item">The contribution that is looked at; the first one when it is left out.</param>
/// <param name="Next">The one after the one that is dealt with.</param>
/// <param name="Done">What was just done.</param>
/// <param name="Of">The contribution that it was done with.</param>
/// <param name="Appeals">"true" among the appeals.</param>
public sealed record QueueAsked(
    string? Forum = null, string? Kind = null, string? After = null, string? Item = null, string? Next = null, string? Done = null, string? Of = null, string? Appeals = null)
{
    public bool IsAppeals => Appeals == "true";
}

/// <summary>The parts of a queue.</summary>
internal static class QueueKinds
{
    public static IReadOnlyList<(string? Kind, string Text, QueueFilter Filter)> All { get; } =
    [
        (null, "All", new QueueFilter()),
        ("new", "New", new QueueFilter(State: "WAITING")),
        ("two-people", "Need two people", new QueueFilter(IsFlagged: true)),
        ("contact-details", "Contact details", new QueueFilter(HeldFor: "CONTACT_DETAILS")),
        ("second-opinion", "Second opinion", new QueueFilter(HeldFor: "NEEDS_ANOTHER_OPINION")),
        ("shown", "Shown already", new QueueFilter(State: "RELEASED")),
        ("looked-at", "Somebody looks at it", new QueueFilter(IsClaimed: true)),
    ];

    public static QueueFilter Filter(string? kind) => All.FirstOrDefault(one => one.Kind == kind).Filter ?? All[0].Filter;
}

/// <summary>The arguments of the queue that make a part of it.</summary>
internal sealed record QueueFilter(string? State = null, string? HeldFor = null, bool? IsFlagged = null, bool? IsClaimed = null);
