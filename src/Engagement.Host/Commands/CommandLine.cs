using System.CommandLine;

namespace Engagement.Host.Commands;

/// <summary>The host's command line. Unknown words are refused with a message and exit code 2.</summary>
internal static class CommandLine
{
    private const int UsageError = 2;

    private static readonly Option<string> DataDirectory = new("--data-directory")
    {
        Description = "Where the embedded database, keys and other state are kept.",
        HelpName = "folder",
        Recursive = true,
        DefaultValueFactory = _ => ".data",
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Engagement: what families said, what was decided, and what happened.")
        {
            DataDirectory,
            ServeCommand.Create(),
            SchemaCommand.Create(),
        };
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Say 'engagement --help' to see the commands and their options.");
            return UsageError;
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartupException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    public static string DataDirectoryOf(ParseResult result) => Path.GetFullPath(result.GetValue(DataDirectory)!);
}
