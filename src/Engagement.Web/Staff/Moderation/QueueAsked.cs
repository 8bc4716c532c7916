namespace Engagement.Web.Staff.Moderation;

/// <summary>What the address of the queue says: which part of it, where in it, and what was just done.</summary>
public sealed record QueueAsked
{
    /// <summary>The forum, by the readable part of its address.</summary>
    public string? Forum { get; init; }

    /// <summary>What of the queue: a value of <see cref="QueueKinds"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>The place in the list after which the page begins.</summary>
    public string? After { get; init; }

    /// <summary>The contribution that is looked at; the first one when it is left out.</summary>
    public string? Item { get; init; }

    /// <summary>The one after the one that is dealt with.</summary>
    public string? Next { get; init; }

    /// <summary>What was just done.</summary>
    public string? Done { get; init; }

    /// <summary>The contribution that it was done with.</summary>
    public string? Of { get; init; }

    /// <summary>"true" among the appeals.</summary>
    public string? Appeals { get; init; }

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
