namespace GraphQL.Execution;

/// <summary>A decision about a field.</summary>
public enum AuthorizationResult
{
    /// <summary>The field is resolved.</summary>
    Allowed,

    /// <summary>Nobody is signed in; the field is null with the code AUTH_NOT_AUTHENTICATED.</summary>
    NotAuthenticated,

    /// <summary>The user lacks the permission; the field is null with the code AUTH_NOT_AUTHORIZED.</summary>
    NotAuthorized,
}
