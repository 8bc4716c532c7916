using Engagement.Api.SignIn;

namespace Engagement.Host;

/// <summary>Reads the ways to sign in from the configuration, and refuses what must not run.</summary>
internal static class SignInConfiguration
{
    /// <exception cref="StartupException">It is configured as it must not be; the message says what to do.</exception>
    public static SignInSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.GetSection("SignIn").Get<SignInSettings>() ?? new SignInSettings();
        settings.IsDevelopment = environment.IsDevelopment();
        if (settings.Development == true && !settings.IsDevelopment)
        {
            throw new StartupException(
                $"SignIn:Development is on, which lets anyone be any role, but the environment is {environment.EnvironmentName}. "
                + "Remove that setting. On your own machine you may set DOTNET_ENVIRONMENT=Development instead.");
        }

        return settings;
    }
}
