namespace GraphQL.Execution;

/// <summary>Turns a decision against the user into the error that clients see.</summary>
internal static class Denial
{
    public static void ThrowIfDenied(AuthorizationResult result)
    {
        switch (result)
        {
            case AuthorizationResult.Allowed:
                return;
            case AuthorizationResult.NotAuthenticated:
                throw new GraphQLException("Sign in to read or do this.", ErrorCodes.NotAuthenticated);
            default:
                throw new GraphQLException("You may not read or do this.", ErrorCodes.NotAuthorized);
        }
    }
}
