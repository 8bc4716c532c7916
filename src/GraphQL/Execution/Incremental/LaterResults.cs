namespace GraphQL.Execution.Incremental;

/// <summary>
/// The results that follow the first. The next is worked on when it is asked for; disposing cancels what still runs and waits until the
/// sources of streams are let go of.
/// </summary>
internal sealed class LaterResults(IncrementalDelivery delivery, CancellationTokenSource ending, GraphQLError tooLate, CancellationToken client)
    : IAsyncDisposable
{
    public async IAsyncEnumerable<ExecutionResult> ReadAsync()
    {
        while (true)
        {
            var payload = await NextAsync().ConfigureAwait(false);
            yield return new IncrementalResult(null, [], payload);
            if (!payload.HasNext)
                yield break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync().ConfigureAwait(false);
        await delivery.CloseAsync().ConfigureAwait(false);
        ending.Dispose();
    }

    private async Task<IncrementalPayload> NextAsync()
    {
        try
        {
            return await delivery.NextAsync(ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!client.IsCancellationRequested)
        {
            return await delivery.GiveUpAsync(tooLate).ConfigureAwait(false);
        }
    }
}
