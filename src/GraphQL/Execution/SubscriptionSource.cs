using System.ComponentModel;

namespace GraphQL.Execution;

/// <summary>What generated code uses to hand over what comes one after another: the events of a subscription, the items of a list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SubscriptionSource
{
    /// <summary>The events or items as objects.</summary>
    /// <typeparam name="T">The event's type.</typeparam>
    /// <param name="events">The events.</param>
    /// <returns>The same events.</returns>
    public static IAsyncEnumerable<object?> Of<T>(IAsyncEnumerable<T> events) => events as IAsyncEnumerable<object?> ?? Box(events);

    private static async IAsyncEnumerable<object?> Box<T>(IAsyncEnumerable<T> events)
    {
        await foreach (var item in events.ConfigureAwait(false))
            yield return item;
    }
}
