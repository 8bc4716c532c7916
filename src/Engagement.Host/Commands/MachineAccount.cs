using Engagement.Common;

namespace Engagement.Host.Commands;

/// <summary>Whose account of the operating system a command is used from. What the machine says, and no proof of who sat there.</summary>
internal static class MachineAccount
{
    private const int Longest = 64;

    public static string? Current => Of(Environment.UserName, Environment.GetEnvironmentVariable("SUDO_USER"));

    /// <param name="account">The account; empty where the machine has no name for it, as in some containers.</param>
    /// <param name="before">Who became it by sudo, as sudo says; null without.</param>
    public static string? Of(string account, string? before) => (Shown(account), Shown(before)) switch
    {
        ({ } one, { } other) when one != other => $"{other}, by sudo as {one}",
        var (one, other) => one ?? other,
    };

    // Anybody may set what sudo says to anything.
    private static string? Shown(string? name)
    {
        var line = CleanText.OneLine(name);
        return CleanText.OrNull(line[..Math.Min(line.Length, Longest)]);
    }
}
