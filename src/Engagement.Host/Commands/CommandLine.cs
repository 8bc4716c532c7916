using System.CommandLine;
using System.CommandLine.Parsing;
using EventStore;
using Npgsql;

namespace Engagement.Host.Commands;

/// <summary>The host's command line. Unknown words are refused with a message and exit code 2.</summary>
internal static class CommandLine
{
    private static readonly Option<string> DataDirectory = new("--data-directory")
    {
        Description = "Where the embedded database, keys and other state are kept.",
        HelpName = "folder",
        Recursive = true,
        DefaultValueFactory = _ => ".data",
    };

    /// <param name="args">What was said.</param>
    /// <param name="settings">What is configured beside the settings files and the environment.</param>
    public static async Task<int> RunAsync(string[] args, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var root = new RootCommand("Engagement: what families said, what was decided, and what happened.")
        {
            DataDirectory,
            ServeCommand.Create(),
            ProjectionsCommand.Create(),
            StreamsCommand.Create(),
            LogCommand.Create(),
            DeadLettersCommand.Create(),
            MessagesCommand.Create(),
            SealsCommand.Create(),
            ReleasesCommand.Create(),
            PacksCommand.Create(),
            KeysCommand.Create(),
            RetentionCommand.Create(),
            ApiKeysCommand.Create(),
            SchemaCommand.Create(),
            RolesCommand.Create(),
            DemonstrationCommand.Create(),
        };
        TaughtCommand.TeachBy(root);
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            return await ExplainAsync(result);
        }

        try
        {
            // Whoever is told to stop may take the time to leave things in order: a database that was started for a command is stopped again.
            return await result.InvokeAsync(
                new Invocation(settings ?? new Dictionary<string, string?>()) { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
        }
        catch (StartupException problem)
        {
            return await RefuseAsync(problem.Message, ExitCode.Failed);
        }
        catch (RefusedException refusal)
        {
            return await RefuseAsync(refusal.Message, refusal.ExitCode);
        }
        catch (Participants.KeyEncryptionKeyMissingException refusal)
        {
            return await RefuseAsync(refusal.Message, ExitCode.Failed);
        }
        catch (EventStoreException refusal)
        {
            return await RefuseAsync(refusal.Message, ExitCode.Failed);
        }
        catch (PostgresException problem) when (problem.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn)
        {
            return await RefuseAsync($"The database lacks what this version needs: {problem.MessageText}. Say 'engagement schema apply'.", ExitCode.Failed);
        }
        catch (NpgsqlException problem)
        {
            return await RefuseAsync($"The database refused: {problem.Message}", ExitCode.Failed);
        }
        catch (OperationCanceledException)
        {
            return await RefuseAsync("Stopped.", ExitCode.Failed);
        }
    }

    public static string DataDirectoryOf(ParseResult result) => Path.GetFullPath(result.GetValue(DataDirectory)!);

    /// <summary>The configuration that a command finds: the settings files beside the program, the environment, and what it was given.</summary>
    public static IConfiguration ConfigurationOf(ParseResult result)
    {
        var configuration = Platform.CreateBuilder().Configuration;
        configuration.AddInMemoryCollection(((Invocation)result.InvocationConfiguration).Settings);
        return configuration;
    }

    private static async Task<int> ExplainAsync(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var path = PathOf(result.CommandResult);
        foreach (var error in result.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        if (command.Subcommands.Count > 0)
            await Console.Error.WriteLineAsync($"After '{path}' comes one of: {string.Join(", ", command.Subcommands.Select(one => one.Name))}.");
        await Console.Error.WriteLineAsync($"Say '{path} --help' for what there is, with examples.");
        return ExitCode.Misused;
    }

    private static string PathOf(SymbolResult result) =>
        result is CommandResult { Parent: { } parent, Command.Name: var name } ? $"{PathOf(parent)} {name}" : "engagement";

    private static async Task<int> RefuseAsync(string message, int exitCode)
    {
        await Console.Error.WriteLineAsync(message);
        return exitCode;
    }

    private sealed class Invocation(IReadOnlyDictionary<string, string?> settings) : InvocationConfiguration
    {
        public IReadOnlyDictionary<string, string?> Settings => settings;
    }
}
