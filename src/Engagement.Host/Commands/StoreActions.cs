using System.CommandLine;

namespace Engagement.Host.Commands;

internal static class StoreActions
{
    /// <summary>What a command does with the store, which is open for as long as it takes.</summary>
    public static void SetStoreAction(
        this Command command, Func<ParseResult, PlatformStore, CancellationToken, Task<int>> action, bool needsKeys = false) =>
        command.SetAction(async (result, cancellation) =>
        {
            await using var platform = await PlatformStore.OpenAsync(result, needsKeys, cancellation);
            return await action(result, platform, cancellation);
        });
}
