namespace GraphQL.TypeSystem;

/// <summary>Who may read a field.</summary>
/// <param name="Permission">The permission asked for, or null when being signed in is enough.</param>
/// <param name="AllowAnonymous">Whether everyone may read it, signed in or not.</param>
public sealed record AuthorizationRequirement(string? Permission, bool AllowAnonymous);
