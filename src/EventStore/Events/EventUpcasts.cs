using System.Collections.Frozen;

namespace EventStore;

/// <summary>Works out the way from each old alias to the newest type, and refuses upcasters that contradict each other.</summary>
internal static class EventUpcasts
{
    /// <summary>For each upcaster, itself and those that go on from its result.</summary>
    public static List<IReadOnlyList<EventUpcaster>> Chains(IReadOnlyList<EventUpcaster> upcasters)
    {
        if (upcasters.GroupBy(one => one.EventTypeName, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } doubled)
            throw Conflict($"Two upcasters read events written as '{doubled.Key}'. Keep one of them.");

        return [.. upcasters.Select(first => Chain(first, upcasters))];
    }

    /// <summary>What each old type is read as.</summary>
    public static FrozenDictionary<Type, Type> NewerTypes(EventOptions options)
    {
        var newer = new Dictionary<Type, Type>();
        foreach (var upcaster in options.Upcasters.Where(ChangesType))
        {
            newer[upcaster.OldType!] = upcaster.NewType;
            if (options.Types.ContainsKey(upcaster.OldType!))
            {
                throw Conflict(
                    $"'{upcaster.OldType}' is registered as an event type and is also read as '{upcaster.NewType}'. Register the newest type only; "
                    + $"an upcaster of events written under another alias is given it: Upcast<TOld, TNew>(\"the_alias\", ...).");
            }
        }

        return newer.ToFrozenDictionary();
    }

    private static List<EventUpcaster> Chain(EventUpcaster first, IReadOnlyList<EventUpcaster> upcasters)
    {
        var steps = new List<EventUpcaster> { first };
        while (true)
        {
            var result = steps[^1].NewType;
            var next = upcasters.Where(one => one.OldType == result && ChangesType(one)).ToList();
            if (next.Count == 0) return steps;
            if (next.Count > 1) throw Conflict($"Events written as '{first.EventTypeName}' become '{result}', which {next.Count} upcasters go on from. Keep one of them.");
            if (steps.Contains(next[0])) throw Conflict($"Events written as '{first.EventTypeName}' become '{result}' again and again. Break the circle of upcasters.");
            steps.Add(next[0]);
        }
    }

    // An upcaster may also keep the type, for events that were once written differently under another alias.
    private static bool ChangesType(EventUpcaster one) => one.OldType is not null && one.OldType != one.NewType;

    private static InvalidStoreUseException Conflict(string message) => new("EVENT_UPCAST_CONFLICT", message);
}
