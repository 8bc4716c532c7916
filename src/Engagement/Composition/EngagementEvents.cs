using System.Reflection;
using Engagement.Common;
using EventStore;

namespace Engagement;

/// <summary>Every type of event there is. Each is a contract for ever: see schema/events.</summary>
public static class EngagementEvents
{
    public static IReadOnlyList<Type> All { get; } = [.. EngagementModule.All.SelectMany(module => module.EventTypes)];

    /// <summary>The version of the shape in which events of a type are written now.</summary>
    public static int VersionOf(Type type) => type.GetCustomAttribute<EventVersionAttribute>()?.Version ?? 1;

    internal static void AddTo(EventOptions events)
    {
        foreach (var type in All)
        {
            if (VersionOf(type) is > 1 and var version)
                events.MapEventTypeWithSchemaVersion(type, version);
            else
                events.AddEventTypes([type]);
        }

        events.Upcast([.. EngagementModule.All.SelectMany(module => module.Upcasters)]);
    }
}
