using System.CommandLine;
using System.CommandLine.Parsing;
using Engagement.AccessLog;

namespace Engagement.Host.Commands;

internal static class StoreActions
{
    /// <summary>What a command does with the store, which is open for as long as it takes.</summary>
    /// <param name="command">The command.</param>
    /// <param name="action">What it does.</param>
    /// <param name="needsKeys">Whether it reads what people wrote.</param>
    /// <param name="isRecorded">Whether it shows or changes what is people's: then it is in the access log first, without what was said with its options.</param>
    public static void SetStoreAction(
        this Command command,
        Func<ParseResult, PlatformStore, CancellationToken, Task<int>> action,
        bool needsKeys = false,
        bool isRecorded = false) =>
        command.SetAction(async (result, cancellation) =>
        {
            await using var platform = await PlatformStore.OpenAsync(result, needsKeys, cancellation);
            if (isRecorded)
                await platform.Services.GetRequiredService<AccessRecorder>().RecordAsync(new CommandUsed(WithoutValues(result.CommandResult), MachineAccount.Current), cancellation);
            return await action(result, platform, cancellation);
        });

    private static string WithoutValues(CommandResult command)
    {
        var words = new Stack<string>();
        for (var one = command; one.Parent is CommandResult above; one = above)
            words.Push(one.Command.Name);
        // Its own: where the data folder is says nothing of what it does.
        var options = command.Children.OfType<OptionResult>().Where(result => !result.Implicit && command.Command.Options.Contains(result.Option)).Select(result => result.Option.Name);
        return string.Join(' ', words.Concat(options.Order(StringComparer.Ordinal)));
    }
}
