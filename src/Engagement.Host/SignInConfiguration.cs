using Engagement.Api.Authorization;
using Engagement.Api.SignIn;
using Engagement.Common;

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

        if (settings.Staff is { } staff)
            Check(staff, settings);
        foreach (var issuer in settings.ApiIssuers)
            Check(issuer, settings);
        return settings;
    }

    private static void Check(StaffSettings staff, SignInSettings settings)
    {
        CheckAuthority(staff.Authority, "SignIn:Staff:Authority", settings);
        if (staff.ClientId.Length == 0)
            throw new StartupException("SignIn:Staff:ClientId is missing: what this platform is called at the issuer.");
        if (staff.ClientSecretFile is { } file)
            staff.ClientSecret = SecretFiles.Read(file, "SignIn:Staff:ClientSecretFile");
        if (staff.Roles.FirstOrDefault(role => role.Group.Length == 0 || !Roles.Table.ContainsKey(role.Role)) is { } wrong)
        {
            throw new StartupException(
                $"SignIn:Staff:Roles gives the group '{wrong.Group}' the role '{wrong.Role}'. Name a group, and one of: {Words(Roles.Table.Keys)}.");
        }

        if (staff.Roles.FirstOrDefault(role => role.Organisation is { } named
                && (Organisation.Find(named) is null || (Roles.IsOfPact(role.Role) && named != Organisation.KentPact))) is { } stranger)
        {
            throw new StartupException(
                $"SignIn:Staff:Roles lets the group '{stranger.Group}' speak for '{stranger.Organisation}' as '{stranger.Role}'. "
                + $"There is: {Words(Organisation.All.Select(organisation => organisation.Code))}. Roles of Kent PACT speak for it and no other.");
        }
    }

    private static void Check(ApiIssuerSettings issuer, SignInSettings settings)
    {
        CheckAuthority(issuer.Authority, "SignIn:ApiIssuers:Authority", settings);
        if (issuer.Audience.Length == 0)
            throw new StartupException($"SignIn:ApiIssuers has no Audience for {issuer.Authority}. Without one, tokens that were made for others would be taken.");
        if (issuer.Scopes.FirstOrDefault(grant => !Scopes.OfIssuers.Contains(grant.Grants)) is { } wrong)
        {
            throw new StartupException(
                $"SignIn:ApiIssuers grants '{wrong.Grants}' to the scope '{wrong.Scope}' of {issuer.Authority}. There is: {Words(Scopes.OfIssuers)}.");
        }
    }

    private static void CheckAuthority(string authority, string name, SignInSettings settings)
    {
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || !(address.Scheme == "https" || (settings.IsDevelopment && address.Scheme == "http")))
            throw new StartupException($"{name} is '{authority}'. It has to be the https address of an issuer.");
    }

    private static string Words(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
