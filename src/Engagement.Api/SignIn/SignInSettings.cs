namespace Engagement.Api.SignIn;

/// <summary>The ways there are to sign in, as configured in the section <c>SignIn</c>.</summary>
public sealed class SignInSettings
{
    /// <summary>Whether the platform runs on somebody's own machine, maybe over plain HTTP.</summary>
    public bool IsDevelopment { get; set; }

    /// <summary>Whether anyone may say which role they are. Only ever in development, and there unless it is switched off.</summary>
    public bool? Development { get; set; }

    /// <summary>Whether anyone may say which role they are.</summary>
    public bool AllowsDevelopment => IsDevelopment && Development != false;
}
