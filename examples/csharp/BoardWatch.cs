using System.Net.WebSockets;

namespace BoardClient;

/// <summary>Reads the board, then hears of each change.</summary>
public sealed class BoardWatch(GraphQLClient client, Uri platform, Action<string> say)
{
    private const int PageSize = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var last = await ReadAsync(cancellation);
        say($"listening after {last}");
        while (true)
        {
            try
            {
                await foreach (var update in LiveConnection.FollowAsync(platform, "entries", last, cancellation))
                {
                    if ((await client.AskAsync<OneData>(Board.OneEntry, new { slug = update.Id }, cancellation)).EntryBySlug is { } entry)
                        say($"changed: {entry.State} {entry.WeDid}");
                    last = update.Position;
                }
            }
            catch (WebSocketException)
            {
                // Nothing is lost: what happened meanwhile comes first when the connection is back.
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    // The position is read with the first page: whatever is published after it will be heard of.
    private async Task<long> ReadAsync(CancellationToken cancellation)
    {
        long? position = null;
        for (string? after = null; ;)
        {
            var board = await client.AskAsync<BoardData>(Board.FirstPage, new { first = PageSize, after }, cancellation);
            position ??= board.LivePosition;
            foreach (var entry in board.Entries.Nodes)
                say($"there: {entry.State} {entry.WeDid}");
            if (!board.Entries.PageInfo.HasNextPage)
                return position.Value;
            after = board.Entries.PageInfo.EndCursor;
        }
    }
}
