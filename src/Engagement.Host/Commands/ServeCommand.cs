using System.CommandLine;
using System.CommandLine.Parsing;

namespace Engagement.Host.Commands;

/// <summary><c>engagement serve</c>: runs the platform until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "The addresses to listen on, separated by semicolons.",
        HelpName = "url",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    private static readonly Option<ChosenProfile> Data = new("--data")
    {
        Description = "Demonstration data to load when it is not there yet: none, sample, small, medium or large.",
        HelpName = "profile",
        DefaultValueFactory = _ => new ChosenProfile(null),
        CustomParser = Profiles.Parse,
    };

    private static readonly Option<HostRoles> RolesOption = new("--roles")
    {
        Description = "What this process does, separated by commas: web, daemon, worker.",
        HelpName = "role,...",
        DefaultValueFactory = _ => HostRoles.All,
        CustomParser = ParseRoles,
    };

    public static Command Create()
    {
        var command = new Command("serve", "Run the platform: pages, GraphQL API, live updates, projections and messages.") { Urls, Data, RolesOption };
        command.SetAction((result, cancellation) => RunAsync(
            new HostSettings
            {
                DataDirectory = CommandLine.DataDirectoryOf(result),
                Urls = result.GetValue(Urls)!,
                Data = result.GetValue(Data)?.Profile,
                Roles = result.GetValue(RolesOption),
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, CancellationToken cancellation)
    {
        await using var platform = await Platform.StartAsync(settings, cancellation: cancellation);
        await platform.LoadDemonstrationAsync(cancellation);
        platform.Announce(Console.Out);
        await platform.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static HostRoles ParseRoles(ArgumentResult argument)
    {
        HostRoles roles = 0;
        foreach (var name in string.Join(',', argument.Tokens.Select(token => token.Value)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(name, out _) || !Enum.TryParse<HostRoles>(name, ignoreCase: true, out var role))
            {
                argument.AddError($"There is no role '{name}'. Use web, daemon or worker, separated by commas.");
                return 0;
            }

            roles |= role;
        }

        return roles;
    }
}
