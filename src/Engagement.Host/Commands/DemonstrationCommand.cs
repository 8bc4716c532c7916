using System.CommandLine;
using Engagement.Seeder;

namespace Engagement.Host.Commands;

/// <summary><c>engagement demonstration</c>: data to look around in.</summary>
internal static class DemonstrationCommand
{
    private static readonly Option<ChosenProfile> Profile = new("--profile")
    {
        Description = "How much: none, sample, small, medium or large.",
        HelpName = "profile",
        DefaultValueFactory = _ => new ChosenProfile(DemonstrationProfile.Small),
        CustomParser = Profiles.Parse,
    };

    public static Command Create()
    {
        var load = new TaughtCommand(
            "load",
            "Load demonstration data where there is none yet, also while the platform runs. Stopped with Ctrl-C, it goes on where it was when asked again.",
            "demonstration load --profile medium") { Profile };
        load.SetStoreAction(LoadAsync, needsKeys: true);
        return new Command("demonstration", "Load made-up data to look around in.") { load };
    }

    private static async Task<int> LoadAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        if (command.GetValue(Profile)?.Profile is { } profile)
            await DemonstrationLoading.RunAsync(platform.Services, profile, Console.Out, cancellation);
        return ExitCode.Done;
    }
}
