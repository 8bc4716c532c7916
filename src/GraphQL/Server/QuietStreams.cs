using System.Runtime.CompilerServices;

namespace GraphQL.Server;

/// <summary>Notices when a stream has been quiet for a while.</summary>
internal static class QuietStreams
{
    /// <summary>The same items, and a null each time nothing has come for the interval.</summary>
    public static async IAsyncEnumerable<T?> OrQuiet<T>(
        this IAsyncEnumerable<T> source, TimeSpan interval, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var items = source.GetAsyncEnumerator(ended.Token);
        var next = Task.FromResult(true);
        try
        {
            while (true)
            {
                next = items.MoveNextAsync().AsTask();
                while (!next.IsCompleted)
                {
                    using var timer = CancellationTokenSource.CreateLinkedTokenSource(ended.Token);
                    var isQuiet = await Task.WhenAny(next, Task.Delay(interval, timer.Token)).ConfigureAwait(false) != next;
                    await timer.CancelAsync().ConfigureAwait(false);
                    if (isQuiet && !ended.IsCancellationRequested)
                        yield return null;
                    else if (isQuiet)
                        await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
                if (!await next.ConfigureAwait(false))
                    yield break;
                yield return items.Current;
            }
        }
        finally
        {
            // An iterator can be disposed only when it stands still.
            await ended.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await items.DisposeAsync().ConfigureAwait(false);
        }
    }
}
