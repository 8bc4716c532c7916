using System.CommandLine;
using Engagement.Common;
using Engagement.Privacy;

namespace Engagement.Host.Commands;

/// <summary><c>engagement retention</c>: how long what is kept, and what is due.</summary>
internal static class RetentionCommand
{
    public static Command Create()
    {
        var command = new TaughtCommand("retention", "Show for how long each class of records is kept, why, and how many are due. The rules run by themselves every night.", "retention");
        command.SetStoreAction(ShowAsync);
        return command;
    }

    private static async Task<int> ShowAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var policy = RetentionPolicy.Current;
        var due = await platform.Services.GetRequiredService<RetentionRun>().DueAsync(TimeProvider.System.LondonToday(), cancellation);
        var table = new TextTable("CLASS", "KEPT FOR", "AFTER", "~DUE", "WHY");
        foreach (var rule in policy.Rules)
            table.Add(rule.Class, rule.Keep, rule.After, due.TryGetValue(rule.Class, out var count) ? Terminal.Number(count) : "-", rule.Why);
        table.WriteTo(Console.Out, Terminal.Width);
        Console.Out.WriteLine($"Version {policy.Version} of the rules, since {LondonCalendar.Text(policy.From)}. Next run: {Terminal.Moment(RetentionSchedule.NextRun(TimeProvider.System))}.");
        return ExitCode.Done;
    }
}
