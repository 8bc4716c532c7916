namespace Engagement.Api.SignIn;

/// <summary>The ways there are to sign in, as configured in the section <c>SignIn</c>.</summary>
public sealed class SignInSettings
{
    /// <summary>Whether the platform runs on somebody's own machine, maybe over plain HTTP.</summary>
    public bool IsDevelopment { get; set; }

    /// <summary>Whether anyone may say which role they are. Only ever in development, and there unless it is switched off.</summary>
    public bool? Development { get; set; }

    /// <summary>The sign-in of the organisation that staff work for; null when there is none.</summary>
    public StaffSettings? Staff { get; set; }

    /// <summary>The issuers whose tokens API clients may use.</summary>
    public IList<ApiIssuerSettings> ApiIssuers { get; } = [];

    /// <summary>Whether anyone may say which role they are.</summary>
    public bool AllowsDevelopment => IsDevelopment && Development != false;
}

/// <summary>An OpenID Connect issuer that knows staff, and what its groups may do here.</summary>
public sealed class StaffSettings
{
    /// <summary>The issuer's address, under which its discovery document is.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>From the environment, never from a file of the repository. Or name a <see cref="ClientSecretFile"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file that holds the secret and nothing else.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>The claim that lists the groups somebody is in.</summary>
    public string GroupClaim { get; set; } = "groups";

    /// <summary>Scopes to ask for besides <c>openid</c>, where the issuer wants one for groups.</summary>
    public IList<string> Scopes { get; } = [];

    public IList<GroupRole> Roles { get; } = [];
}

/// <summary>What those in a group are here.</summary>
public sealed class GroupRole
{
    public string Group { get; set; } = "";

    public string Role { get; set; } = "";

    /// <summary>The area they do it in; null for all.</summary>
    public string? Area { get; set; }

    /// <summary>The space they do it in; null for all.</summary>
    public string? Space { get; set; }

    /// <summary>The code of the organisation they may speak for; null for none, or for Kent PACT where the role is one of its own.</summary>
    public string? Organisation { get; set; }
}

/// <summary>An issuer whose tokens API clients may use.</summary>
public sealed class ApiIssuerSettings
{
    /// <summary>The issuer's address, under which its discovery document is, and which its tokens name.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Whom its tokens have to be for: what this platform is called there.</summary>
    public string Audience { get; set; } = "";

    /// <summary>What its scopes may do here. A scope that is not listed may do nothing.</summary>
    public IList<ScopeGrant> Scopes { get; } = [];
}

/// <summary>What a scope of an issuer may do here.</summary>
public sealed class ScopeGrant
{
    /// <summary>The scope, as the issuer names it.</summary>
    public string Scope { get; set; } = "";

    /// <summary>One of <see cref="SignIn.Scopes.OfIssuers"/>.</summary>
    public string Grants { get; set; } = "";
}
