using System.ComponentModel;
using System.Diagnostics;

namespace EmbeddedPostgres;

/// <summary>Runs programs as an operating system user: the current one, or one that root steps down to.</summary>
internal sealed class OperatingSystemUser
{
    private const string DebianUser = "postgres";
    private const string OwnUser = "embedded-postgres";

    private readonly string[] _stepDown;

    private OperatingSystemUser(string name, string[] stepDown)
    {
        Name = name;
        _stepDown = stepDown;
    }

    public static OperatingSystemUser Current { get; } = new(Environment.UserName, []);

    public string Name { get; }

    public bool IsCurrent => _stepDown.Length == 0;

    /// <summary>
    /// The user that PostgreSQL is to run as. PostgreSQL refuses to run as root, so root steps down: to the owner of data that is already
    /// there, else to Debian's own postgres user, else to a user made for this.
    /// </summary>
    public static async Task<OperatingSystemUser> ForServerAsync(string dataFolder, Action<string>? log, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return Current;

        if (Directory.Exists(dataFolder))
        {
            var owner = (await Current.RunAsync("stat", ["-c", "%U", dataFolder], cancellationToken)).Trim();
            if (owner != "root" && await FindAsync(owner, cancellationToken) is { } ownerUser)
                return ownerUser;
        }

        if (await FindAsync(DebianUser, cancellationToken) is { } debianUser)
            return debianUser;

        if (await FindAsync(OwnUser, cancellationToken) is { } ownUser)
            return ownUser;

        log?.Invoke($"PostgreSQL does not run as root: adding the system user {OwnUser} for it.");
        await Current.RunAsync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", OwnUser], cancellationToken);
        return (await FindAsync(OwnUser, cancellationToken))!;
    }

    /// <summary>Runs a program to its end. What it prints is the result.</summary>
    /// <exception cref="PostgresClusterException">The program cannot be run or fails; the message holds what it printed.</exception>
    public async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var result = await TryRunAsync(program, arguments, cancellationToken);
        return result.Succeeded
            ? result.Output
            : throw new PostgresClusterException("POSTGRES_COMMAND_FAILED", $"{Path.GetFileName(program)} failed, run as user {Name}: {result.Output.Trim()}");
    }

    public async Task<CommandResult> TryRunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Describe(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            return new CommandResult(false, exception.Message);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return new CommandResult(process.ExitCode == 0, await output + await errors);
    }

    private ProcessStartInfo Describe(string program, IEnumerable<string> arguments)
    {
        string[] command = [.. _stepDown, program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            // The other user may not be allowed into the folder this process happens to stand in.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A person's own PGPORT or PGDATA must not lead these programs to another cluster, and their messages are shown as they are.
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(variable);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static async Task<OperatingSystemUser?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var group = await Current.TryRunAsync("id", ["-g", name], cancellationToken);
        return group.Succeeded
            ? new OperatingSystemUser(name, ["setpriv", $"--reuid={name}", $"--regid={group.Output.Trim()}", "--init-groups", "--"])
            : null;
    }
}
